package io.github.sid4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.settings.DataSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document and the data sets to each other. */
class DataFormatsDocTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/data-formats.md");

  @Test
  void theDocumentHasASectionForEveryDatasetAndNoOther() throws IOException {
    List<String> sections =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("## `"))
            .map(line -> line.substring("## `".length(), line.length() - 1))
            .toList();
    assertThat(sections)
        .containsExactlyElementsOf(DatasetInfo.catalogue().stream().map(DatasetInfo::name).toList())
        .containsExactlyElementsOf(DataSetting.DATASET.type().choices());
  }
}
