package io.github.sid4j.report.html;

/** What an element can hold. */
public sealed interface Node permits Element, Text, Trusted {
  /**
   * Adds its markup.
   *
   * @param out what it is added to
   */
  void write(StringBuilder out);
}
