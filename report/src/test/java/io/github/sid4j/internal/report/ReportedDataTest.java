package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on several data sets on one page. */
class ReportedDataTest {
  @TempDir private static Path runs;

  private static Path digits;

  @TempDir private Path temp;
  private int made;

  @BeforeAll
  static void train() throws IOException {
    digits = SomeRuns.train(runs.resolve("digits"), "sid", 1);
  }

  @Test
  void accuraciesOnOtherDataAreNotCompared() throws Exception {
    Entry here = RunEntries.of(List.of(digits)).get(0);
    Entry there =
        new Entry(
            "sid",
            1,
            Map.of("dataset", "mnist"),
            "c",
            Optional.empty(),
            Optional.of(new NoResult(NoResult.Kind.FAILED, "no data")));
    Document page = Pages.write(temp.resolve("report.html"), "Two", List.of(here, there));
    assertThat(page.select("h2").eachText()).contains("Results on digits", "Results on mnist");
    assertThat(page.select(".lead p")).hasSize(2);
  }

  @Test
  void runsOnDifferentDataAreNotLabelledByAllThatDiffers() throws Exception {
    Path elsewhere = tableRun("table.csv", "0.1");
    List<Entry> entries = RunEntries.of(List.of(digits, elsewhere));
    assertThat(entries).extracting(Entry::label).containsExactly("sid", "sid");
    assertThat(entries.get(1).varying()).isEqualTo(Map.of("dataset", "csv"));
    assertThat(entries.get(1).command()).contains("table.csv", "--batch 16");
  }

  @Test
  void foldersOfOtherNamesAreOtherData() throws Exception {
    Path first = tableRun("cats.csv", "0.1");
    Path second = tableRun("dogs.csv", "0.2");
    Document page =
        Pages.write(
            temp.resolve("report.html"),
            "Title",
            RunEntries.of(List.of(first, second, tableRun("cats.csv", "0.1"))));
    assertThat(page.select("h2").eachText())
        .contains("Results on cats.csv (csv)", "Results on dogs.csv (csv)");
    assertThat(page.select(".lead p")).hasSize(2);
  }

  private Path tableRun(String name, String value) throws Exception {
    Path table = Files.createDirectories(temp.resolve("folder-" + ++made)).resolve(name);
    Files.writeString(table, "x,label\n" + (value + ",a\n0.9,b\n").repeat(30));
    return SomeRuns.train(
        temp.resolve("run-" + made),
        "sid",
        1,
        "dataset",
        "csv",
        "data",
        table.toString(),
        "batch",
        "16");
  }
}
