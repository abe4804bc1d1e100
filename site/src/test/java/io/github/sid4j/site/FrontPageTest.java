package io.github.sid4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the numbers of the front page to the results that it links. */
class FrontPageTest {
  private static final Pattern LINK = Pattern.compile("docs/results/([a-z0-9-]+)\\.md");

  @Test
  void everyNumberIsInTheResultsOfItsRow() throws IOException {
    ResultPages pages = new ResultPages(Path.of("../docs/results"));
    List<String> rows =
        Files.readAllLines(Path.of("../README.md")).stream()
            .filter(line -> line.startsWith("|") && LINK.matcher(line).find())
            .toList();
    assertThat(rows).hasSizeGreaterThan(2);
    for (String row : rows) {
      Matcher link = LINK.matcher(row);
      assertThat(link.find()).isTrue();
      Experiment linked = pages.experiments().get(link.group(1));
      assertThat(StatedNumbers.of(row))
          .as(row)
          .isNotEmpty()
          .allMatch(number -> StatedNumbers.isIn(linked, number));
    }
  }
}
