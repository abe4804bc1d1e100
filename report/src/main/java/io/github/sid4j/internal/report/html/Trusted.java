package io.github.sid4j.internal.report.html;

/**
 * A style sheet or script of ours, which goes into the page as it is.
 *
 * @param content without {@code <} and {@code &}, which HTML and XML read differently there
 */
record Trusted(String content) implements HtmlNode {
  Trusted {
    if (content.indexOf('<') >= 0 || content.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet or script with < or &");
    }
    // A browser reads every line end as \n, and takes the hash of what it has read.
    content = content.replaceAll("\\r\\n?", "\n");
  }

  @Override
  public void write(StringBuilder out) {
    out.append('\n').append(content);
  }
}
