package io.github.sid4j.internal.report.html;

import io.github.sid4j.internal.checkpoint.FileHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A page that needs no other file; its policy forbids the browser to fetch any. */
public final class Document {
  // The browser refuses what has another hash, should anything ever slip in.
  private static final String POLICY =
      "default-src 'none'; style-src %s; script-src %s; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private static final String GENERATOR = "sid4j";

  // What the mark of such a page is looked for in: it comes before everything of any length.
  private static final int BEGINNING = 2000;

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
        Element.of("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with("content", POLICY.formatted(source(style), source(script)));
    return page(title, style, script, body, policy);
  }

  /**
   * Whether a file is a page made here.
   *
   * @param file of any kind
   * @return false for the files of others, too
   * @throws IOException when it cannot be read
   */
  public static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return beginning.contains(generator().toString());
    }
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
   * Names a style sheet or script in a content security policy, by the hash of all characters
   * between its tags.
   *
   * @param content of it
   * @return a source expression such as {@code 'sha256-...'}, with its quotes
   */
  public static String source(String content) {
    StringBuilder embedded = new StringBuilder();
    new Trusted(content).write(embedded);
    byte[] sum = FileHash.sha256().digest(embedded.toString().getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
  }

  private static String page(
      String title, String style, String script, Element body, Element... first) {
    Element head =
        Element.of("head", Element.of("meta").with("charset", "utf-8"), generator())
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

  private static Element generator() {
    return Element.of("meta").with("name", "generator").with("content", GENERATOR);
  }
}
