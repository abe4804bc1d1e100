package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.report.testkit.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where one is installed. */
@Tag("slow")
class BrowserTest {
  /** Notes what goes wrong, also what the page's own policy forbids. */
  private static final String BEFORE =
      "<script>const wrong = [];"
          + "addEventListener('error', e => wrong.push(e.message ?? e.target.tagName), true);"
          + "document.addEventListener('securitypolicyviolation', e => wrong.push(e.blockedURI));"
          + "</script>";

  private static final String AFTER =
      "<script>addEventListener('load', () => { const root = document.documentElement;"
          + "const found = parent.document.documentElement.dataset;"
          + "const asked = performance.getEntriesByType('resource').map(e => e.name)"
          + ".filter(name => !name.startsWith('data:'));"
          + "found['overflow' + innerWidth] = root.scrollWidth - root.clientWidth;"
          + "found['sortable' + innerWidth] = document.querySelectorAll('th.sortable').length;"
          + "found['wrong' + innerWidth] = wrong.concat(asked).join(); });</script>";

  @TempDir private static Path temp;

  private static Path page;

  @BeforeAll
  static void write() throws Exception {
    Chromium.assumeInstalled();
    Path sid = SomeRuns.train(temp.resolve("one"), "sid", 1);
    Path other = SomeRuns.train(temp.resolve("two"), "sid", 1, "alpha", "0.8");
    Path backprop = SomeRuns.train(temp.resolve("three"), "backprop", 1);
    page = temp.resolve("report.html");
    List<Path> runs = List.of(SomeRuns.detailed(sid, temp.resolve("detailed")), other, backprop);
    ReportPage.write(
        page, "A title with Averylongwordthathasnoplacetobreakatallinit", RunEntries.of(runs));
  }

  @Test
  void thePageFitsItsWindowAndAsksForNothing() throws Exception {
    var found = dom(390, 1400).select("html").first();
    for (int width : new int[] {390, 1400}) {
      assertThat(found.hasAttr("data-wrong" + width)).isTrue();
      assertThat(found.attr("data-wrong" + width)).isEmpty();
      assertThat(found.attr("data-overflow" + width)).as("pixels beyond").isEqualTo("0");
      assertThat(found.attr("data-sortable" + width)).as("the page's script ran").isNotEqualTo("0");
    }
  }

  /** What the browser makes of the page in frames of several widths. */
  private static Document dom(int... widths) throws Exception {
    String probed =
        Files.readString(page)
            // In front of the policy, which forbids all other scripts from there on.
            .replace("<head>", "<head>" + BEFORE + AFTER);
    return Chromium.framed(temp, probed, widths);
  }
}
