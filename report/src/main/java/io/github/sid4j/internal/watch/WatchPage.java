package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.Looks;
import io.github.sid4j.internal.report.html.Document;
import io.github.sid4j.internal.report.html.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The page of a run: whole for a browser that opens it, and what changes for its script. */
final class WatchPage {
  private static final String STYLE = Looks.sheet() + resource("watch.css");
  private static final String SCRIPT = resource("watch.js");
  private static final int RELOAD_SECONDS = 5;

  /** What goes with every answer. Style and script are those of this page and no others. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src %s; script-src %s; img-src data:; connect-src 'self';"
                  .formatted(Document.source(STYLE), Document.source(SCRIPT))
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cache-Control",
          "no-store",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  private final Supplier<WatchedRun> run;

  /**
   * Shows a run.
   *
   * @param run as it is when it is asked for
   */
  WatchPage(Supplier<WatchedRun> run) {
    this.run = run;
  }

  String whole() {
    WatchedRun seen = run.get();
    Element lost =
        Element.of("p", "The run is not watched any more; this is what was shown last.")
            .with("id", "lost")
            .with("role", "status")
            .with("hidden", "hidden");
    Element reload =
        Element.of(
            "noscript",
            Element.of("meta").with("http-equiv", "refresh").with("content", RELOAD_SECONDS));
    // So that the browser does not ask for one.
    Element icon = Element.of("link").with("rel", "icon").with("href", "data:,");
    return Document.served(
        RunSections.title(seen),
        STYLE,
        SCRIPT,
        Element.of("body", lost, RunSections.of(seen)),
        reload,
        icon);
  }

  String now() {
    return RunSections.of(run.get()).toString();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(WatchPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
