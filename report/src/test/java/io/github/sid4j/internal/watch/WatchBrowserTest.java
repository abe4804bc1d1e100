package io.github.sid4j.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.report.testkit.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where one is installed. */
@Tag("slow")
class WatchBrowserTest {
  private static final String PROBE =
      "<script>addEventListener('load', () => { const root = document.documentElement;"
          + "parent.document.documentElement.dataset['overflow' + innerWidth] ="
          + " root.scrollWidth - root.clientWidth; });</script>";

  @TempDir private static Path temp;

  private static WatchedRun before;
  private static WatchedRun after;

  @BeforeAll
  static void looks() throws IOException {
    Chromium.assumeInstalled();
    SomeRun run = new SomeRun(temp.resolve("Averylongnameofafolderthathasnoplacetobreakatallinit"));
    LiveRunReader reader = new LiveRunReader(run.folder());
    run.begun().epoch(1).live(2, 50);
    before = reader.look();
    run.epoch(2).epoch(3).epoch(4).finished();
    after = reader.look();
  }

  @Test
  void itsScriptRunsUnderItsPolicyAndBringsWhatIsNew() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    try (WatchServer server =
        WatchServer.show(() -> looks.getAndIncrement() == 0 ? before : after, OptionalInt.of(0))) {
      Document dom = Chromium.dom(temp, server.uri().toString(), "--virtual-time-budget=5000");
      assertThat(looks).hasValueGreaterThan(1);
      assertThat(dom.select(".now").text()).startsWith("finished");
      assertThat(dom.title()).endsWith("finished");
      assertThat(dom.select("main > section").eachAttr("id"))
          .containsExactly("result", "curves", "modules", "samples");
      assertThat(dom.select("#lost").hasAttr("hidden")).isTrue();
    }
  }

  @Test
  void itFitsAPhoneAndAWideWindow() throws Exception {
    for (WatchedRun run : new WatchedRun[] {before, after}) {
      String probed = new WatchPage(() -> run).whole().replace("</body>", PROBE + "</body>");
      var found = Chromium.framed(temp, probed, 390, 1400).select("html").first();
      for (int width : new int[] {390, 1400}) {
        assertThat(found.attr("data-overflow" + width)).as("pixels beyond").isEqualTo("0");
      }
    }
  }
}
