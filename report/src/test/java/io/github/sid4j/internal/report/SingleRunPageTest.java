package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.statistics.Binomial;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says of one run, where there is nothing to compare. */
@Tag("slow")
class SingleRunPageTest {
  private static final String EXAMPLES = "Examples from the test part";

  @TempDir private static Path runs;

  private static Path best;
  private static Path last;

  @TempDir private Path temp;

  @BeforeAll
  static void train() throws IOException {
    best = SomeRuns.train(runs.resolve("best"), "sid", 1);
    last = SomeRuns.train(runs.resolve("last"), "sid", 1, "best-by", "last");
  }

  private Document page(Path... folders) throws Exception {
    return Pages.write(temp.resolve("report.html"), "Title", RunEntries.of(List.of(folders)));
  }

  @Test
  void itsAccuracyComesWithTheTestSamplesAndTheirInterval() throws Exception {
    double accuracy =
        RunJson.read(new RunPaths(best).result(), RunResult.class).testAccuracy().best();
    long right = Math.round(accuracy * 359);
    assertThat(page(best).select(".lead").text().replace('\u00a0', ' '))
        .isEqualTo(
            "sid has test accuracy of %s (1 run), of 359 test samples: the accuracy on others may be anything from %s to %s (95 %%)."
                .formatted(
                    Texts.percent(accuracy),
                    Texts.percent(Binomial.lower(right, 359, 0.025)),
                    Texts.percent(Binomial.upper(right, 359, 0.025)))
                .replace('\u00a0', ' '));
  }

  @Test
  void weightsOfTheLastEpochAreNotCalledTheBest() throws Exception {
    Document page = page(last);
    assertThat(page.select("thead th").eachText())
        .contains("Test, last epoch", "Validation, last epoch");
    assertThat(page.text())
        .contains("weights of the last epoch, 2")
        .doesNotContain("best epoch", "epoch that was best");
    assertThat(page(best).text())
        .contains("Test, best epoch", "epoch that was best on the validation part")
        .doesNotContain("with best-by=last keeps");
    assertThat(page(best, last).text())
        .contains("Test, best epoch", "epoch that was best", "with best-by=last keeps");
  }

  @Test
  void chartsThatCompareRunsAreLeftOut() throws Exception {
    Document page = page(best);
    assertThat(page.select("figcaption strong").eachText())
        .contains("Validation accuracy by epoch", "Confusion matrix")
        .doesNotContain("Test accuracy", "Accuracy beside time", "Accuracy beside memory");
    assertThat(page.select("figcaption").text())
        .doesNotContain("their mean", "Mean over the seeds", "A single point");
    assertThat(page(best, last).select("figcaption").eachText())
        .anyMatch(text -> text.matches("Test accuracy ?A mark for each run\\."))
        .noneMatch(text -> text.contains("their mean"));
  }

  @Test
  void examplesThatTheGalleryHasAreNotShownTwice() throws Exception {
    Path copy = SomeRuns.detailed(best, temp.resolve("copy"));
    Path beliefs = new RunPaths(copy).beliefs();
    String one =
        "{\"dataset\":\"digits\",\"class_names\":[\"a\",\"b\"],\"examples\":"
            + "[{\"index\":%s,\"label\":0,\"png\":null,\"beliefs\":[[0.5,0.5],[0.7,0.3]]}]}";
    List<Integer> shown =
        RunJson.read(new RunPaths(copy).gallery(), TestGallery.class).leastSure().stream()
            .map(TestGallery.GallerySample::index)
            .toList();
    Files.writeString(beliefs, one.formatted(shown.get(0)));
    assertThat(page(copy).select("h2").eachText()).doesNotContain(EXAMPLES);
    int other = shown.contains(0) ? shown.stream().mapToInt(i -> i).max().orElseThrow() + 1 : 0;
    Files.writeString(beliefs, one.formatted(other));
    assertThat(page(copy).select("h2").eachText()).contains(EXAMPLES);
  }

  @Test
  void itIsCalledByItsFolderItsDataAndItsNetwork() throws Exception {
    Path named = SomeRuns.train(temp.resolve("named"), "sid", 1, "network", "mlp");
    assertThat(ReportTitle.of(RunEntries.of(List.of(named))))
        .isEqualTo("named · digits: 10 classes, mlp");
    assertThat(ReportTitle.of(RunEntries.of(List.of(best))))
        .isEqualTo("best · digits: 10 classes, sid");
    assertThat(ReportTitle.of(RunEntries.of(List.of(best, last))))
        .isEqualTo("digits: sid, best-by accuracy · sid, best-by last");
    assertThat(page(best).select(".facts").text())
        .contains("digits, 10 classes, 359 test samples", "Method sid");
  }

  @Test
  void dataOfOnesOwnIsCalledByTheLastPartOfItsPath() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("private/fruits"));
    Files.writeString(folder.resolve("table.csv"), "x,label\n" + "0.1,a\n0.9,b\n".repeat(30));
    Path table = folder.resolve("table.csv");
    Path run =
        SomeRuns.train(temp.resolve("csv"), "sid", 1, "dataset", "csv", "data", table.toString());
    List<Entry> entries = RunEntries.of(List.of(run));
    assertThat(ReportTitle.of(entries)).startsWith("csv · table.csv: 2 classes, ");
    assertThat(page(run).select(".facts").text()).contains("table.csv (csv), 2 classes, 12 test");
  }
}
