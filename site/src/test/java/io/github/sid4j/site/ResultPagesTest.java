package io.github.sid4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the pages of results, and their plots to the data. */
class ResultPagesTest {
  private static final Path RESULTS = Path.of("../docs/results");
  private static final long LARGEST_PICTURE = 200_000;
  private static final List<String> FORM =
      List.of(
          "## Question",
          "## Setup",
          "## Command",
          "## Table",
          "## Plot",
          "## Conclusion",
          "## Threats to validity",
          "## Provenance");

  private static ResultPages pages;

  @BeforeAll
  static void read() throws IOException {
    pages = new ResultPages(RESULTS);
  }

  @Test
  void tablesAndPlotsAreThoseOfTheData() throws IOException {
    for (Map.Entry<Path, String> file : pages.files().entrySet()) {
      assertThat(file.getKey())
          .as("site/results makes it")
          .content()
          .isEqualToNormalizingNewlines(file.getValue());
      assertThat(file.getKey()).isRegularFile();
      assertThat(file.getValue().length()).isLessThan((int) LARGEST_PICTURE);
    }
  }

  @Test
  void everyFileOfDataHasItsPageAndEveryPlotItsPlace() throws IOException {
    try (Stream<Path> files = Files.list(RESULTS.resolve("data"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("order"), pages.experiments().keySet().stream()).toList());
    }
    try (Stream<Path> files = Files.list(RESULTS.resolve("figures"))) {
      assertThat(files).allMatch(pages.files()::containsKey);
    }
    for (Map.Entry<String, Experiment> entry : pages.experiments().entrySet()) {
      String page = Files.readString(RESULTS.resolve(entry.getKey() + ".md"));
      for (ResultTable table : entry.getValue().tables()) {
        assertThat(page).contains("<!-- table " + table.name() + " -->");
      }
      for (ResultChart chart : entry.getValue().charts()) {
        String name = entry.getKey() + "-" + chart.name() + ".svg";
        assertThat(page).contains("](figures/" + name + ")");
      }
    }
  }

  @Test
  void everyPageHasTheSameForm() throws IOException {
    for (Map.Entry<String, Experiment> entry : pages.experiments().entrySet()) {
      List<String> form = new ArrayList<>(FORM);
      if (entry.getValue().charts().isEmpty()) {
        form.remove("## Plot");
      }
      assertThat(Files.readAllLines(RESULTS.resolve(entry.getKey() + ".md")))
          .as(entry.getKey())
          .filteredOn(line -> line.startsWith("## "))
          .isEqualTo(form);
    }
  }

  @Test
  void aSingleRunIsMarkedAndNeverBold() throws IOException {
    for (String text : pages.files().values()) {
      assertThat(text.lines().filter(line -> line.startsWith("|") && line.contains("†")))
          .noneMatch(line -> line.contains("**"));
    }
    assertThat(ColumnKind.SEEDS.written(new IntNode(1), 0)).isEqualTo("1 †");
  }

  @Test
  void theNumbersOfAnAnswerAreInItsTables() {
    pages
        .experiments()
        .forEach(
            (name, experiment) ->
                assertThat(StatedNumbers.of(experiment.answer()))
                    .as(name)
                    .allMatch(number -> StatedNumbers.isIn(experiment, number)));
  }
}
