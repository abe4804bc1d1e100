package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPartsTest {
  private static final String ROWS = "a,label\n1,x\n2,y\n3,x\n4,y\n";

  @TempDir private Path dir;

  @Test
  void filesOfPartsAreKnownByTheirUsualNamesInAnyLetterCase() throws IOException {
    Files.writeString(dir.resolve("Train.CSV"), ROWS);
    Files.writeString(dir.resolve("validation.csv"), "a,label\n5,y\n");
    Files.writeString(dir.resolve("TEST.csv"), "a,label\n6,x\n7,x\n");
    Files.writeString(dir.resolve("sample_submission.csv"), "id\n");
    Dataset dataset = Datasets.open(DatasetRequest.of("csv", dir));
    Splits splits = dataset.split(0.5, 1);
    assertThat(TestData.labels(splits.train())).containsExactly(0, 1, 0, 1);
    assertThat(TestData.labels(splits.validation())).containsExactly(1);
    assertThat(TestData.labels(splits.test())).containsExactly(0, 0);
    assertThat(dataset.facts().get(0).text())
        .isEqualTo(
            "training from %s, validation from %s, test from %s"
                .formatted(
                    dir.resolve("Train.CSV"),
                    dir.resolve("validation.csv"),
                    dir.resolve("TEST.csv")));
    assertThat(dataset.notes())
        .anySatisfy(line -> assertThat(line).endsWith("of no part: sample_submission.csv"));
  }

  @Test
  void twoFilesForOnePartAreRefused() throws IOException {
    Files.writeString(dir.resolve("train.csv"), ROWS);
    Files.writeString(dir.resolve("training.csv"), ROWS);
    assertThatThrownBy(() -> CsvParts.of(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected one file for the training part, found train.csv, too");
  }

  @Test
  void labelsThatAreNoClassesAreReportedWithTheirColumn() throws IOException {
    Path file = Files.writeString(dir.resolve("t.csv"), "a,price\n1,1.5\n2,2.5\n3,3.5\n4,4.5\n");
    assertThatThrownBy(() -> Datasets.open(new DatasetRequest("csv", file, "price", 0.2, 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "found 4 classes in column \"price\" of %s of one example each (1.5, 2.5, 3.5, ...)"
                .formatted(file))
        .hasMessageContaining("give another label-column");
  }
}
