package io.github.sid4j.report.html;

/** A page that needs nothing but itself, and is told to fetch nothing. */
public final class Document {
  // The browser then refuses whatever is not in the file, should anything ever slip in.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private Document() {}

  /**
   * Puts a page together.
   *
   * @param title for the window
   * @param style a style sheet without {@code <} and {@code &}
   * @param script run when all is there; without {@code <} and {@code &}
   * @param body what is to be seen
   * @return HTML 5 that is well-formed XML but for its first line
   */
  public static String of(String title, String style, String script, Element body) {
    Element policy =
        Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY);
    return page(title, style, script, body, policy);
  }

  /**
   * Puts together a page that a server sends, which says itself what the page may do.
   *
   * @param title as above
   * @param style as above
   * @param script as above
   * @param body as above
   * @param head what else is in the head
   * @return as above
   */
  public static String served(
      String title, String style, String script, Element body, Element... head) {
    return page(title, style, script, body, head);
  }

  /**
   * How a style sheet or script stands in a page: what a server's policy has the hash of.
   *
   * @param content of it
   * @return all characters between its tags
   */
  public static String embedded(String content) {
    StringBuilder out = new StringBuilder();
    new Trusted(content).write(out);
    return out.toString();
  }

  private static String page(
      String title, String style, String script, Element body, Element... first) {
    Element head =
        Element.of("head", Element.of("meta").with("charset", "utf-8"))
            .add(first)
            .add(
                Element.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", title),
                Element.of("style", new Trusted(style)));
    body.add(Element.of("script", new Trusted(script)));
    return "<!DOCTYPE html>\n" + Element.of("html", head, body).with("lang", "en") + "\n";
  }
}
