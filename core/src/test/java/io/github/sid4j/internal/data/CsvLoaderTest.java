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

class CsvLoaderTest {
  private static final String TRAIN =
      """
      age,label,colour,empty
      1,yes,red,
      ,no,blue,
      3,yes,"red",?
      2,no,,NA
      """;

  @TempDir private Path dir;

  @Test
  void aFolderOfTwoFilesIsEncodedByTheFirst() throws IOException {
    write("train.csv", TRAIN);
    write("test.csv", "age,label,colour,empty\n2,no,green,7\n?,yes,,\n");
    Dataset dataset = open(dir);
    assertThat(dataset.classNames()).containsExactly("no", "yes");
    Splits splits = dataset.split(0, 1);
    float one = (float) Math.sqrt(1.5);
    // Age, age missing; no colour, blue, red; empty.
    assertThat(TestData.values(splits.train()))
        .isDeepEqualTo(
            new float[][] {
              {-one, 0, 0, 0, 1, 1}, {0, 1, 0, 1, 0, 1}, {one, 0, 0, 0, 1, 1}, {0, 0, 1, 0, 0, 1}
            });
    assertThat(TestData.labels(splits.train())).containsExactly(1, 0, 1, 0);
    assertThat(TestData.values(splits.test()))
        .isDeepEqualTo(new float[][] {{0, 0, 0, 0, 0, 0}, {0, 1, 1, 0, 0, 1}});
    assertThat(TestData.labels(splits.test())).containsExactly(0, 1);
    assertThat(splits.test().excerpt(0)).contains("age 2, colour green, empty 7");
  }

  @Test
  void aValidationRowChangesNothingInTheEncoding() throws IOException {
    Path file = write("t.csv", table());
    Splits before = open(file).split(0.3, 4);
    int heldOut = heldOut(before);
    Splits after =
        open(write("t.csv", table().replace("\n" + heldOut + ",", "\n999,"))).split(0.3, 4);
    assertThat(TestData.values(after.train())).isDeepEqualTo(TestData.values(before.train()));
    assertThat(TestData.values(after.validation()))
        .isNotEqualTo(TestData.values(before.validation()));
  }

  @Test
  void classesThatAreWholeNumbersAreInNumericOrder() throws IOException {
    Path file = write("t.csv", "a,label\n1,10\n2,9\n3,-1\n4,10\n5,9\n6,-1\n");
    assertThat(open(file).classNames()).containsExactly("-1", "9", "10");
  }

  @Test
  void theLabelColumnCanBeNamed() throws IOException {
    Path file = write("t.csv", "y;a\nu;1\nv;2\nu;3\nv;4\n");
    Dataset dataset = Datasets.open(new DatasetRequest("csv", file, "y", 0.5, 0));
    assertThat(dataset.classNames()).containsExactly("u", "v");
    assertThat(dataset.split(0, 1).test().size()).isEqualTo(2);
  }

  @Test
  void whatCannotBeLearnedFromIsRefused() throws IOException {
    assertRefused("1,2\n3,4\n", "t.csv header: expected the label column \"label\", found 1, 2");
    assertRefused("label\n1\n2\n", "expected columns beside the label, found none");
    assertRefused("a,label\n1,x\n2,?\n", "t.csv line 3: expected a label in column \"label\"");
    assertRefused("a,label\n1,x\n2,x\n", "column \"label\": expected 2 to 1000 classes, found 1");
  }

  @Test
  void aTestFileHasToFitTheTrainingFile() throws IOException {
    write("train.csv", TRAIN);
    write("test.csv", "age,label,colour,empty\n2,perhaps,red,\n");
    assertThatThrownBy(() -> open(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "test.csv line 2 column \"label\": expected a class that the training data has too")
        .hasMessageContaining("found \"perhaps\"");
    write("test.csv", "age,label,taste,empty\n2,no,red,\n");
    assertThatThrownBy(() -> open(dir))
        .hasMessageContaining("header column 3: expected \"colour\"");
    write("test.csv", "age,label,colour\n2,no,red\n");
    assertThatThrownBy(() -> open(dir)).hasMessageContaining("found no column");
  }

  @Test
  void aFolderWithoutTrainingFileIsRefused() {
    assertThatThrownBy(() -> open(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train.csv: expected a CSV file, found none");
  }

  @Test
  void theHashDependsOnTheLabelColumn() throws IOException {
    Path file = write("t.csv", "a,b\n1,2\n2,1\n1,2\n2,1\n");
    assertThat(Datasets.open(new DatasetRequest("csv", file, "a", 0.5, 0)).sha256())
        .isNotEqualTo(Datasets.open(new DatasetRequest("csv", file, "b", 0.5, 0)).sha256());
  }

  /** Twenty rows of one class numbered from 100, and as many of another. */
  private static String table() {
    StringBuilder text = new StringBuilder("a,label\n");
    for (int i = 0; i < 40; i++) {
      text.append(100 + i).append(',').append(i % 2).append('\n');
    }
    return text.toString();
  }

  /** The number of the first validation row: standardising keeps the order of 100 .. 139. */
  private static int heldOut(Splits splits) {
    float[][] train = TestData.values(splits.train());
    float[][] test = TestData.values(splits.test());
    float[][] validation = TestData.values(splits.validation());
    int below = 0;
    for (float[][] part : new float[][][] {train, test, validation}) {
      for (float[] row : part) {
        below += row[0] < validation[0][0] ? 1 : 0;
      }
    }
    return 100 + below;
  }

  private void assertRefused(String text, String part) throws IOException {
    Path file = write("t.csv", text);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part);
  }

  private static Dataset open(Path path) throws IOException {
    return Datasets.open(DatasetRequest.of("csv", path));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }
}
