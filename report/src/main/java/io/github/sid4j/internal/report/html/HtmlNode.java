package io.github.sid4j.internal.report.html;

/** What an element can hold. */
public sealed interface HtmlNode permits Element, Text, Trusted {
  /**
   * Adds its markup.
   *
   * @param out what it is added to
   */
  void write(StringBuilder out);
}
