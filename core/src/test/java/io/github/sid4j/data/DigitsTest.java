package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.DatasetRequest;
import java.io.IOException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private static final String SHA256 =
      "417ab0cdad6b96d1066bbee0ebfdb25fe1ca8628f281bbd5484e50299972da58";

  @Test
  void theBuiltInDigitsAreWholeAndNeverChange() throws IOException {
    Dataset digits = Datasets.open(DatasetRequest.of("digits", null));
    Splits splits = digits.split(0.1, 1);
    int train = splits.train().size() + splits.validation().size();
    assertThat(train + splits.test().size()).isEqualTo(1797);
    assertThat(splits.test().size()).isEqualTo(359);
    assertThat(splits.train().shape()).containsExactly(1, 8, 8);
    assertThat(digits.classNames())
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(digits.sha256()).isEqualTo(SHA256);
  }

  @Test
  void trainingValuesHaveMeanZeroAndDeviationOne() throws IOException {
    Examples train = Datasets.open(DatasetRequest.of("digits", null)).split(0.2, 7).train();
    float[] values = new float[train.size() * 64];
    IntStream.range(0, train.size()).forEach(i -> train.read(i, values, i * 64));
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(9);
    double square =
        IntStream.range(0, values.length)
            .mapToDouble(i -> values[i] * values[i])
            .average()
            .orElse(9);
    assertThat(mean).isCloseTo(0, Offset.offset(1e-5));
    assertThat(square).isCloseTo(1, Offset.offset(1e-5));
  }

  @Test
  void theTestPartIsTheSameForEverySeed() throws IOException {
    Dataset digits = Datasets.open(DatasetRequest.of("digits", null));
    assertThat(labels(digits.split(0.1, 1).test())).isEqualTo(labels(digits.split(0.1, 2).test()));
    assertThat(labels(digits.split(0.1, 1).train()))
        .isNotEqualTo(labels(digits.split(0.1, 2).train()));
  }

  private static int[] labels(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }
}
