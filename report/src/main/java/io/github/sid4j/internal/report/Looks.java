package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Document;
import io.github.sid4j.internal.report.html.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How pages of this project look. */
public final class Looks {
  private Looks() {}

  /**
   * A page in one file, for people.
   *
   * @param title for the window
   * @param body what is to be seen
   * @return HTML
   */
  public static String page(String title, Element body) {
    return Document.of(title, sheet(), resource("page.js"), body);
  }

  /**
   * The style sheet alone, for pages that add to it; for charts too, in light, dark and print.
   *
   * @return CSS
   */
  public static String sheet() {
    return resource("page.css");
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Looks.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
