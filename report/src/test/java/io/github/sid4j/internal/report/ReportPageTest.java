package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReportPageTest {
  private static final String WAY = "The beliefs' way through the cascade";
  private static final String EXAMPLES = "Examples from the test part";
  private static final String NOISE = "Noisy labels";

  @TempDir private static Path runs;

  private static Path sid1;
  private static Path sid2;
  private static Path backprop1;
  private static Path backprop2;

  @TempDir private Path temp;

  @BeforeAll
  static void train() throws IOException {
    sid1 = SomeRuns.train(runs.resolve("sid 1"), "sid", 1);
    sid2 = SomeRuns.train(runs.resolve("sid 2"), "sid", 2);
    backprop1 = SomeRuns.train(runs.resolve("bp 1"), "backprop", 1);
    backprop2 = SomeRuns.train(runs.resolve("bp 2"), "backprop", 2);
  }

  private Document page(Path... folders) throws Exception {
    return Pages.write(temp.resolve("report.html"), "Title", RunEntries.of(List.of(folders)));
  }

  private static double test(Path run) throws IOException {
    return RunJson.read(new RunPaths(run).result(), RunResult.class).testAccuracy().best();
  }

  @Test
  void meansAndPairedDifferencesAreThoseOfTheRuns() throws Exception {
    Document page = page(sid1, backprop1, sid2, backprop2);
    String results = Pages.section(page, "Results");
    assertThat(results)
        .contains(Texts.number(50 * (test(sid1) + test(sid2)), 2) + " ±")
        .contains(Texts.number(50 * (test(backprop1) + test(backprop2)), 2) + " ±")
        .contains(Texts.points((test(backprop1) - test(sid1) + test(backprop2) - test(sid2)) / 2));
    assertThat(page.select(".lead").text())
        .contains("95 % confidence interval", "paired over 2 seeds");
    assertThat(page.select(".facts").text())
        .contains("digits", "sid; backprop", "4 finished", "1, 2", "libtorch");
    assertThat(page.select("#configuration-1 .run")).hasSize(2);
    assertThat(page.select("#run-1 code").text())
        .startsWith("./sid train --dataset digits --method sid ")
        .contains("--modules 3", "--precision fp32", "--threads 1");
    assertThat(page.select("svg[role=img]"))
        .isNotEmpty()
        .allSatisfy(svg -> assertThat(svg.attr("aria-label")).isNotBlank());
    assertThat(page.select("h2").eachText()).contains(WAY, EXAMPLES);
    // A mark for missing values among the settings has that name, too.
    assertThat(page.html().replace(",NaN,", ",")).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void settingsWithNumbersAreDrawnAsAxes() throws Exception {
    Path wide = SomeRuns.train(temp.resolve("wide"), "sid", 1, "module-hidden", "8");
    Document page = page(sid1, wide, backprop1);
    assertThat(page.select("figcaption strong").eachText())
        .contains("Accuracy by module-hidden", "Accuracy by method", "Accuracy beside memory");
    assertThat(page.select("article h3").eachText())
        .containsExactly("sid, module-hidden 16", "sid, module-hidden 8", "backprop");
  }

  @Test
  void differencesAreTakenWithinARateOfNoisyLabels() throws Exception {
    Path sid = SomeRuns.train(temp.resolve("sid"), "sid", 1, "label-noise", "0.4");
    Path backprop = SomeRuns.train(temp.resolve("bp"), "backprop", 1, "label-noise", "0.4");
    Document page = page(sid1, backprop1, sid, backprop);
    assertThat(page.select(".lead p").eachText())
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).startsWith("With right labels: "))
        .anySatisfy(text -> assertThat(text).startsWith("With 40 % noisy labels: "));
    assertThat(Pages.section(page, "Results"))
        .contains(Texts.points(test(backprop1) - test(sid1)))
        .contains(Texts.points(test(backprop) - test(sid)));
    assertThat(page.select("tbody tr:has(em)")).hasSize(2);
  }

  @Test
  void theReferenceCanBeChosen() throws Exception {
    List<Entry> entries = RunEntries.of(List.of(sid1, backprop1));
    Path out = temp.resolve("r.html");
    ReportPage.write(out, "T", entries, "backprop");
    assertThat(Pages.read(out).select("tbody tr:has(em)").text()).startsWith("backprop");
    assertThatThrownBy(() -> ReportPage.write(out, "T", entries, "dgl"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "reference: expected first, best or one of sid; backprop, found 'dgl'; name one of them");
  }

  @Test
  void classesAreShownWithTheirConfusionMatrix() throws Exception {
    Document page = page(sid1, sid2);
    var section = page.select("section:has(h2:contains(Class by class))");
    var result = RunJson.read(new RunPaths(sid1).result(), RunResult.class).classification();
    assertThat(section.select("table").get(0).select("tbody tr")).hasSize(1);
    assertThat(section.select("table").get(1).select("tbody tr")).hasSize(10);
    assertThat(section.select("table").get(1).select("tbody tr").get(3).text())
        .startsWith("3 4 " + result.classes().get(3).support() + " ")
        .contains(Texts.number(100 * result.classes().get(3).recall(), 2));
    long cells =
        result.confusionMatrix().stream().flatMap(List::stream).filter(count -> count > 0).count();
    assertThat(section.select("svg rect")).hasSize((int) cells);
    assertThat(section.select("svg rect.cell:not(.wrong)").size()).isBetween(1, 10);
  }

  @Test
  void ofModulesThatAreNotTrainedToAnswerOnlyTheLastIsDrawn() throws Exception {
    Path detailed = SomeRuns.detailed(backprop1, temp.resolve("detailed"));
    Document page = page(sid1, detailed);
    String curves = page.select("section:has(h2:contains(Curves)) title").text();
    assertThat(curves).contains("sid, module 1:", "backprop, module 3:");
    assertThat(curves).doesNotContain("backprop, module 1:", "backprop, module 2:");
    Document alone = page(detailed);
    assertThat(alone.select(".examples figure")).isNotEmpty();
    assertThat(alone.select(".examples svg")).isEmpty();
    assertThat(alone.select("section:has(h2:contains(Noisy labels)) title").text())
        .contains("module 3:")
        .doesNotContain("module 1:", "module 2:");
  }

  @Test
  void whatOlderRunsDoNotReportIsLeftOut() throws Exception {
    Document page = page(SomeRuns.older(sid1, temp.resolve("older")));
    assertThat(page.select("h2").eachText()).doesNotContain(WAY, EXAMPLES, NOISE);
    assertThat(page.select("h2").eachText()).contains("Results", "Curves");
  }

  @Test
  void boundsExamplesAndNoiseAreShownWhereTheyWereMeasured() throws Exception {
    Path older = SomeRuns.older(backprop1, temp.resolve("older"));
    Document page = page(SomeRuns.detailed(sid1, temp.resolve("detailed")), older);
    assertThat(Pages.section(page, WAY))
        .contains("bound by steps and slack", "On validation data", "Slack");
    assertThat(Pages.section(page, EXAMPLES))
        .contains("zero", "70.00 %", "<one>", "taken for zero, 90.00 %");
    assertThat(page.select(".examples img")).hasSize(1);
    assertThat(Pages.section(page, NOISE)).contains("Label disagreement");
    assertThat(Pages.section(page, NOISE)).doesNotContain("True label recovered");
  }

  @Test
  void oneSeedHasNoIntervalButAStandardError() throws Exception {
    Document page = page(sid1, backprop1);
    assertThat(page.select(".lead").text())
        .contains("with one seed, for which there is no interval")
        .contains(" is of 359 test samples: the accuracy on others may be anything from ");
    assertThat(Pages.section(page, "Results")).contains("no interval").doesNotContain("±%");
    page(sid1);
  }

  @Test
  void ofTwoRunsWithOneSeedTheFirstCounts() throws Exception {
    Path again = SomeRuns.train(temp.resolve("again"), "sid", 1);
    Document page = page(sid1, again, sid1);
    assertThat(page.select("tbody tr").first().select("td").first().text()).isEqualTo("1");
    assertThat(page.select("#run-2").text()).contains("another run of this seed");
    assertThat(page.select("#run-3")).isEmpty();
  }

  @Test
  void whatIsGoingOrWasStoppedIsSaid() throws Exception {
    Path stopped = SomeRuns.unfinished(sid1, temp.resolve("stopped"));
    Files.writeString(new RunPaths(stopped).metrics(), "{\"ep", StandardOpenOption.APPEND);
    Path running = SomeRuns.unfinished(sid2, temp.resolve("running"));
    try (RunFolder held = RunFolder.resume(running)) {
      Document page = page(stopped, held.paths().folder(), backprop1);
      assertThat(Pages.section(page, "Results"))
          .contains("stopped after 2 of 2 epochs; it can be resumed")
          .contains("still going: 2 of 2 epochs done");
      assertThat(page.select(".facts").text()).contains("1 finished, 1 running, 1 stopped");
    }
  }

  @Test
  void whereAllFailedTheReasonsAreShown() throws Exception {
    Entry lost =
        new Entry(
            "sid",
            1,
            Map.of("modules", "9"),
            "./sid train",
            Optional.empty(),
            Optional.of(new NoResult(NoResult.Kind.FAILED, "no memory")));
    Document page = Pages.write(temp.resolve("report.html"), "Failed", List.of(lost));
    assertThat(page.select(".lead").text()).isEqualTo("No run has a result yet.");
    assertThat(Pages.section(page, "Results")).contains("failed", "no memory");
    assertThat(page.select("figure")).isEmpty();
  }

  @Test
  void whatIsStillToBeRunHasNotFailed() throws Exception {
    Entry open = new Entry("sid", 9, Map.of(), "./sid train", Optional.empty(), Optional.empty());
    Entry done = RunEntries.of(List.of(sid1)).get(0);
    Document page = Pages.write(temp.resolve("report.html"), "Half", List.of(done, open));
    assertThat(page.select(".facts").text()).contains("1 finished, 1 waiting");
    assertThat(Pages.section(page, "Results")).contains("waiting not run yet");
  }

  @Test
  void whatIsNotDefinedHasNotFailed() throws Exception {
    NoResult nothing = new NoResult(NoResult.Kind.UNDEFINED, "no such head");
    Entry undefined =
        new Entry("dgl", 1, Map.of(), "./sid train", Optional.empty(), Optional.of(nothing));
    Document page = Pages.write(temp.resolve("report.html"), "Undefined", List.of(undefined));
    assertThat(page.select(".facts").text()).contains("1 undefined").doesNotContain("failed");
    assertThat(Pages.section(page, "Results")).contains("undefined no such head");
  }

  @Test
  void noTextBecomesMarkup() throws Exception {
    String evil = "</title><script>alert(\"1\")</script>' onload='x' & \u0000<img src=x>";
    Entry entry = new Entry(evil, 1, Map.of(evil, evil), evil, Optional.of(sid1), Optional.empty());
    Entry failed =
        new Entry(
            evil,
            2,
            Map.of(evil, evil),
            evil,
            Optional.empty(),
            Optional.of(new NoResult(NoResult.Kind.FAILED, evil)));
    Document page = Pages.write(temp.resolve("report.html"), evil, List.of(entry, failed));
    assertThat(page.select("[src=x], [onload], [onerror]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo(evil.replace('\u0000', '\uFFFD'));
  }

  @Test
  void aFileOfSomethingElseIsNotReplaced() throws Exception {
    Path file = temp.resolve("report.html");
    Pages.write(file, "One", RunEntries.of(List.of(sid1)));
    Pages.write(file, "Two", RunEntries.of(List.of(sid1)));
    assertThat(Files.readString(file)).contains("<h1>Two</h1>");
    Files.writeString(file, "<!DOCTYPE html><title>mine</title>");
    assertThatThrownBy(() -> Pages.write(file, "Three", RunEntries.of(List.of(sid1))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": expected a new file, or a page of sid4j to replace, found a file of something"
                + " else; choose another name, or move that file");
    assertThat(file).hasContent("<!DOCTYPE html><title>mine</title>");
  }

  @Test
  void whatIsNoRunOrDamagedIsRefusedInOneLine() throws Exception {
    assertThatThrownBy(() -> RunEntries.of(List.of(temp)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            temp
                + ": expected the folder of a run, found no settings.yaml in it;"
                + " name the folder of a run");
    Path damaged = SomeRuns.older(sid1, temp.resolve("damaged"));
    Files.writeString(new RunPaths(damaged).metrics(), "{\"epoch\":}\n");
    assertThatThrownBy(() -> page(damaged))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("metrics.jsonl line 1")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> ReportPage.write(temp.resolve("no/r.html"), "T", List.of()))
        .isInstanceOf(InputException.class);
    assertThat(temp.resolve("report.html")).doesNotExist();
  }
}
