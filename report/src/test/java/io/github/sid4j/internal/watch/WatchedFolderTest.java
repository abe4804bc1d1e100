package io.github.sid4j.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows of a folder, whatever state that is in. */
class WatchedFolderTest {
  @TempDir private Path temp;

  private SomeRun run;
  private WatchPage page;

  @BeforeEach
  void look() {
    run = new SomeRun(temp.resolve("a <run>"));
    LiveRunReader reader = new LiveRunReader(run.folder());
    page = new WatchPage(reader::look);
  }

  private Document shown() {
    return Jsoup.parse(page.whole());
  }

  private String state() {
    return shown().select(".now").text();
  }

  @Test
  void itIsShownFromBeforeItsBeginningToItsEnd() throws IOException {
    assertThat(state()).startsWith("waiting No run is in this folder yet.");
    try (RunFolder held = RunFolder.create(run.folder(), false)) {
      assertThat(state()).isEqualTo("running It is about to begin.");
      run.begun();
      assertThat(shown().select(".facts").text()).contains("Data digits", "Method dgl");
      run.live(1, 50);
      // Half of an epoch took 15 s.
      assertThat(state()).isEqualTo("running Epoch 1 of 4, step 50 of 100; about 1 min 45 s left.");
      run.epoch(1).live(2, 50).silentFor(60);
      // The first took 30 s; a long step is no death.
      assertThat(state()).isEqualTo("running Epoch 2 of 4, step 50 of 100; about 1 min 15 s left.");
      assertThat(shown().select("progress").attr("value")).isEqualTo("0.375");
      assertThat(held.paths().folder()).isEqualTo(run.folder());
    }
    assertThat(state())
        .startsWith("stopped Stopped or killed after 1 of 4 epochs; nothing has come for 1 min 0");
    run.epoch(2).finished();
    assertThat(state()).isEqualTo("finished All 4 epochs are over.");
    assertThat(shown().select("#result").text())
        .contains("Test accuracy 87.50 % with the weights of epoch 3", "75.00 %", "1 min 02 s");
    assertThat(shown().title()).isEqualTo("a <run> · finished");
  }

  @Test
  void curvesModulesAndSamplesAreThere() throws IOException {
    run.begun().epoch(1).epoch(2).live(3, 10);
    Document shown = shown();
    assertThat(shown.select("#curves figcaption strong").eachText())
        .containsExactly(
            "Accuracy",
            "Divergence to the target",
            "Divergence to the belief before",
            "Loss above its floor",
            "Training and validation",
            "Speed");
    assertThat(shown.select("#curves title").eachText())
        .contains("module 2, epoch 2: 70.00 %", "training, epoch 1: 1,235");
    assertThat(shown.select("#modules tbody tr").get(1).text())
        .isEqualTo("2 87.50 % 70.00 % 70.00 % 0.5000 0.2500 0.1250 6.25 %");
    assertThat(shown.select("#samples figcaption > *").eachText())
        .containsExactly("zero", "70.00 %", "one", "taken for zero, 75.00 %");
    assertThat(shown.select("#samples figure").get(0).select("> svg")).hasSize(2);
    assertThat(shown.select(".facts").text())
        .contains("Speed 2,345 samples/s", "Memory 512 MiB, peak 1.00 GiB; Java's heap 64 MiB");
  }

  @Test
  void modulesThatAreNotTrainedToAnswerAreNotShown() throws IOException {
    run.begun().epoch(1).epoch(2).live(3, 10);
    Files.writeString(
        run.paths().settings(), "dataset: digits\nmethod: backprop\nmodules: 2\nepochs: 4\n");
    Document shown = shown();
    assertThat(shown.select("#modules tbody th").eachText()).containsExactly("2");
    assertThat(shown.select("#modules .note").text())
        .isEqualTo(
            "Method backprop trains only the last module to answer; earlier modules are not shown.");
    assertThat(shown.select("#curves title").text())
        .contains("module 2")
        .doesNotContain("module 1");
    assertThat(shown.select("#samples figure").get(0).select("> svg")).hasSize(1);
    assertThat(shown.select("#samples").text()).doesNotContain("first module");
  }

  @Test
  void aLineThatIsNotWholeYetIsWaitedFor() throws IOException {
    run.begun().epoch(1);
    for (Path file : new Path[] {run.paths().metrics(), run.paths().beliefsLog()}) {
      Files.writeString(file, "{\"epoch\":2,\"st", StandardOpenOption.APPEND);
    }
    Document shown = shown();
    assertThat(shown.select("#problems")).isEmpty();
    assertThat(shown.select("#curves title").text()).contains("epoch 1").doesNotContain("epoch 2");
  }

  @Test
  void aRunResumedFromAnEarlierEpochIsFollowed() throws IOException {
    run.begun().epoch(1).epoch(2).epoch(3);
    assertThat(shown().select("#curves title").text()).contains("epoch 3");
    new MetricsLog(run.paths().metrics()).truncateAfter(1);
    new BeliefsLog(run.paths().beliefsLog()).truncateAfter(1);
    assertThat(shown().select("#curves title").text())
        .contains("epoch 1")
        .doesNotContain("epoch 2", "epoch 3");
    assertThat(shown().select("#samples .note").text()).contains("after epoch 1.");
  }

  @Test
  void whatIsDamagedIsNamedAndTheRestIsShown() throws IOException {
    run.begun().epoch(1).live(2, 50);
    Files.writeString(run.paths().metrics(), "{\"epoch\":<b>}\n");
    Files.writeString(run.paths().settings(), "epochs: many\n");
    Document shown = shown();
    assertThat(shown.select("#problems li").eachText())
        .hasSize(2)
        .anyMatch(line -> line.contains("metrics.jsonl line 1"))
        .anyMatch(line -> line.contains("settings.yaml"));
    assertThat(shown.select("#problems b")).isEmpty();
    assertThat(shown.select(".now").text()).contains("Epoch 2 of 4");
    assertThat(shown.select("#samples figure")).hasSize(2);
  }

  @Test
  void hostileTextsAreTextsOnly() throws IOException {
    String hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
    run.begun().samples(hostile, "</script><svg onload=alert(3)>").epoch(1).epoch(2).live(3, 1);
    Files.writeString(
        run.paths().samples(),
        Files.readString(run.paths().samples()).replaceFirst("iVBOR", "\\\\\" onerror=\\\\\"x"));
    Document shown = shown();
    assertThat(shown.select("#samples figcaption strong").get(0).text()).isEqualTo(hostile);
    assertThat(shown.select("script")).hasSize(1);
    assertThat(shown.select("img")).isEmpty();
    assertThat(shown.select("[onerror], [onload]")).isEmpty();
    assertThat(shown.select("h1").text()).isEqualTo("a <run>");
  }

  @Test
  void beliefsThatDoNotFitTheSamplesAreLeftOut() throws IOException {
    run.begun().epoch(1);
    Files.writeString(
        run.paths().beliefsLog(),
        """
        {"epoch":2,"samples":[{"classes":[0,1],"beliefs":[[0.5,0.5],[0.5]]}]}
        """,
        StandardOpenOption.APPEND);
    assertThat(shown().select("#samples figure")).isEmpty();
    assertThat(shown().select("#curves figure")).isNotEmpty();
  }
}
