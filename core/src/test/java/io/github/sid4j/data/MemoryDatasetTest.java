package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.TestData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryDatasetTest {
  private static final LabelledRows TRAIN = TestData.rows(0, 1, 0, 1, 0, 1, 0, 1);

  @Test
  void rowsAreStandardisedByTheTrainingPartOnly() {
    LabelledRows far = LabelledRows.of(new float[][] {{1e9f}}, new int[] {0});
    LabelledRows near = LabelledRows.of(new float[][] {{3}}, new int[] {0});
    Splits one = Datasets.ofRows("r", TestData.TWO, TRAIN, far).split(0.25, 5);
    Splits other = Datasets.ofRows("r", TestData.TWO, TRAIN, near).split(0.25, 5);
    assertThat(TestData.values(one.train())).isDeepEqualTo(TestData.values(other.train()));
    assertThat(one.validation().size()).isEqualTo(2);
    float sum = 0;
    for (float[] row : TestData.values(one.train())) {
      sum += row[0];
    }
    assertThat(Math.abs(sum)).isLessThan(1e-5f);
  }

  @Test
  void imagesAreStandardisedByTheTrainingPartOnly() {
    ByteImages train = images(new int[] {0, 1}, 0, 255);
    Examples seen =
        Datasets.ofImages("i", TestData.TWO, train, images(new int[] {0}, 51)).split(0, 1).test();
    assertThat(TestData.values(seen)[0]).containsExactly(-0.6f);
    assertThat(seen.padding()).containsExactly(-1f);
  }

  @Test
  void anImageThatNeverVariesIsZero() {
    Dataset flat = Datasets.ofImages("i", TestData.TWO, images(new int[] {0, 1}, 7, 7), 0);
    assertThat(TestData.values(flat.split(0, 1).train())).isDeepEqualTo(new float[][] {{0}, {0}});
  }

  @Test
  void theHashDependsOnValuesLabelsAndParts() {
    ByteImages two = images(new int[] {0, 1}, 1, 2);
    ByteImages one = images(new int[] {0}, 3);
    String hash = Datasets.ofImages("i", TestData.TWO, two, one).sha256();
    assertThat(hash)
        .hasSize(64)
        .isEqualTo(Datasets.ofImages("other", TestData.TWO, two, one).sha256())
        .isNotEqualTo(
            Datasets.ofImages("i", TestData.TWO, images(new int[] {0, 1}, 1, 3), one).sha256())
        .isNotEqualTo(
            Datasets.ofImages("i", TestData.TWO, images(new int[] {1, 1}, 1, 2), one).sha256())
        .isNotEqualTo(
            Datasets.ofImages(
                    "i", TestData.TWO, images(new int[] {0}, 1), images(new int[] {1, 0}, 2, 3))
                .sha256());
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertRefused(() -> images(new int[] {0}, 1, 2), "one label for each of 2, found 1 labels");
    assertRefused(() -> images(new int[] {-1}, 1), "labels of at least 0, found -1");
    assertRefused(() -> ByteImages.of(List.of(new byte[3]), new int[1], 1, 2, 2), "4 values");
    assertRefused(() -> ByteImages.of(List.of(new byte[4]), new int[1], 2, 2), "found [2, 2]");
    assertRefused(
        () -> ByteImages.withMaximum(List.of(new byte[] {17}), new int[1], new int[] {1, 1, 1}, 16),
        "image 0: expected values of at most 16, found 17");
    assertRefused(() -> Datasets.ofRows("r", List.of("a"), TRAIN, 0), "number of classes, 1");
    assertRefused(
        () -> LabelledRows.of(new float[][] {{1}, {1, 2}}, new int[2]), "1 values as in row 0");
    assertRefused(
        () -> LabelledRows.of(new float[][] {{Float.NaN}}, new int[1]), "finite values, found NaN");
    assertRefused(() -> LabelledRows.of(new float[0][], new int[0]), "at least one row");
    ByteImages wide = ByteImages.of(List.of(new byte[2]), new int[1], 1, 1, 2);
    assertRefused(
        () -> Datasets.ofImages("i", TestData.TWO, images(new int[] {0}, 1), wide),
        "[1, 1, 1], found [1, 1, 2]");
  }

  private static void assertRefused(Runnable action, String part) {
    assertThatThrownBy(action::run).isInstanceOf(InputException.class).hasMessageContaining(part);
  }

  /** Images of one pixel. */
  private static ByteImages images(int[] labels, int... pixels) {
    List<byte[]> values = Arrays.stream(pixels).mapToObj(p -> new byte[] {(byte) p}).toList();
    return ByteImages.of(values, labels, 1, 1, 1);
  }
}
