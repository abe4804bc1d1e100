package io.github.sid4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.report.html.Element;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where one is installed. */
class BrowserTest {
  /** Notes what goes wrong, also what the page's own policy forbids. */
  private static final String BEFORE =
      "<script>const wrong = [];"
          + "addEventListener('error', e => wrong.push(e.message ?? e.target.tagName), true);"
          + "document.addEventListener('securitypolicyviolation', e => wrong.push(e.blockedURI));"
          + "</script>";

  private static final String AFTER =
      "<script>addEventListener('load', () => { const root = document.documentElement;"
          + "const told = parent.document.documentElement.dataset;"
          + "const asked = performance.getEntriesByType('resource').map(e => e.name)"
          + ".filter(name => !name.startsWith('data:'));"
          + "told['overflow' + innerWidth] = root.scrollWidth - root.clientWidth;"
          + "told['sortable' + innerWidth] = document.querySelectorAll('th.sortable').length;"
          + "told['wrong' + innerWidth] = wrong.concat(asked).join(); });</script>";

  @TempDir private static Path temp;

  private static Path page;

  @BeforeAll
  static void write() throws Exception {
    assumeTrue(browser().isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
    Path sid = SomeRuns.train(temp.resolve("one"), "sid", 1);
    Path other = SomeRuns.train(temp.resolve("two"), "sid", 1, "alpha", "0.8");
    Path backprop = SomeRuns.train(temp.resolve("three"), "backprop", 1);
    page = temp.resolve("report.html");
    List<Path> runs = List.of(SomeRuns.telling(sid, temp.resolve("telling")), other, backprop);
    ReportPage.write(
        page, "A title with Averylongwordthathasnoplacetobreakatallinit", RunEntries.of(runs));
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void thePageFitsItsWindowAndAsksForNothing() throws Exception {
    var told = Jsoup.parse(Files.readString(dom(390, 1400))).select("html").first();
    for (int width : new int[] {390, 1400}) {
      assertThat(told.hasAttr("data-wrong" + width)).isTrue();
      assertThat(told.attr("data-wrong" + width)).isEmpty();
      assertThat(told.attr("data-overflow" + width)).as("pixels beyond").isEqualTo("0");
      assertThat(told.attr("data-sortable" + width)).as("the page's script ran").isNotEqualTo("0");
    }
  }

  /** What the browser makes of the page in frames of several widths. */
  private static Path dom(int... widths) throws Exception {
    String probed =
        Files.readString(page)
            .replace("<head>", "<head>" + BEFORE)
            .replace("</body>", AFTER + "</body>");
    // In frames, since a window without a screen is never narrower than 500 pixels.
    StringBuilder frames = new StringBuilder();
    for (int width : widths) {
      Element.of("iframe")
          .with("srcdoc", probed)
          .with("width", width)
          .with("height", 900)
          .with("style", "border: 0")
          .write(frames);
    }
    Path outer = temp.resolve("outer.html");
    Files.writeString(outer, "<!DOCTYPE html><meta charset=\"utf-8\"><title>.</title>" + frames);
    Path dom = temp.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + temp.resolve("profile"),
                "--window-size=1500,1000",
                "--dump-dom",
                outer.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return dom;
  }
}
