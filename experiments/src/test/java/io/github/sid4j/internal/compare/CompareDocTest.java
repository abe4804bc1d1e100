package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.testkit.DocumentedFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the document and the code to each other. */
class CompareDocTest {
  private static final Path DOCUMENT = Path.of("../docs/guides/compare.md");

  @TempDir private Path temp;

  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws IOException {
    assertThat(DocumentedFields.in(DOCUMENT))
        .isEqualTo(
            DocumentedFields.of(
                List.of(
                    ComparisonResult.class, SeedSummary.class, Moments.class, CellResult.class)));
  }

  @Test
  void theDocumentNamesEveryColumn() throws IOException {
    String words = Files.readString(DOCUMENT).replaceAll("\\s+", " ");
    Stream.of(ResultFiles.CELL_COLUMNS, ResultFiles.SUMMARY_COLUMNS)
        .map(columns -> columns.stream().collect(Collectors.joining("`, `", ": `", "`.")))
        .forEach(columns -> assertThat(words).contains(columns));
  }

  @Test
  void theExampleIsASpecification() throws IOException {
    String text = Files.readString(DOCUMENT);
    int from = text.indexOf("```yaml") + 8;
    Path file = temp.resolve("example.yaml");
    Files.writeString(file, text.substring(from, text.indexOf("```", from)));
    Plan plan = Plan.of(Spec.read(file), List.of());
    // The list of two alphas fits two modules only; those are kept as undefined.
    assertThat(plan.configurations()).hasSize(3 * 3 + 3);
    assertThat(plan.trials()).hasSize((3 + 3) * 2);
  }
}
