package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.internal.data.BatchMaker;
import io.github.sid4j.internal.data.EncodedRows;
import io.github.sid4j.internal.data.EpochPlan;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TestData;
import io.github.sid4j.internal.data.table.Standardiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabelNoiseTest {
  private static final List<String> CIFAR10 =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static Examples clean(int size, int classes) {
    float[][] rows = new float[size][];
    Arrays.setAll(rows, i -> new float[] {i});
    return new EncodedRows(
        List.of(rows),
        IntStream.range(0, size).map(i -> i % classes).toArray(),
        new RowEncoding(List.of(new Standardiser(0, 1))));
  }

  private static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(c -> "c" + c).toList();
  }

  private static Examples noisy(Examples clean, LabelNoise noise, double rate, long seed) {
    int classes = Arrays.stream(TestData.labels(clean)).max().orElseThrow() + 1;
    return new NoisyExamples(clean, noise, rate, names(classes), seed);
  }

  @Property(tries = 30)
  void theRateIsTheShareOfNoisyLabels(
      @ForAll LabelNoise noise,
      @ForAll @DoubleRange(min = 0, max = 1) double rate,
      @ForAll @IntRange(min = 2, max = 7) int classes,
      @ForAll long seed) {
    int size = 4000;
    Examples noisy = noisy(clean(size, classes), noise, rate, seed);
    // Six standard deviations of a binomial share.
    double allowed = 6 * Math.sqrt(rate * (1 - rate) / size);
    assertThat(noisy.noisyLabels() / (double) size).isCloseTo(rate, within(allowed + 1e-12));
  }

  @Test
  void aSymmetricNoisyLabelIsAnyOtherClassAlike() {
    int classes = 5;
    Examples noisy = noisy(clean(50_000, classes), LabelNoise.SYMMETRIC, 1, 3);
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < noisy.size(); i++) {
      counts[noisy.trueLabel(i)][noisy.label(i)]++;
    }
    for (int truth = 0; truth < classes; truth++) {
      for (int given = 0; given < classes; given++) {
        assertThat(counts[truth][given] / 10_000.0)
            .isCloseTo(truth == given ? 0 : 0.25, within(truth == given ? 0 : 0.03));
      }
    }
  }

  @Property(tries = 30)
  void anExampleHasItsNoiseWhateverTheOthers(
      @ForAll LabelNoise noise, @ForAll @IntRange(min = 10, max = 90) int size, @ForAll long seed) {
    int[] all = TestData.labels(noisy(clean(100, 4), noise, 0.5, seed));
    assertThat(TestData.labels(noisy(clean(size, 4), noise, 0.5, seed)))
        .isEqualTo(Arrays.copyOf(all, size));
    assertThat(TestData.labels(noisy(clean(100, 4), noise, 0.5, seed + 1))).isNotEqualTo(all);
  }

  @Test
  void aClassIsTakenForTheNextAndTheLastForTheFirst() {
    Examples noisy = noisy(clean(8, 4), LabelNoise.CLASS_DEPENDENT, 1, 1);
    assertThat(TestData.labels(noisy)).containsExactly(1, 2, 3, 0, 1, 2, 3, 0);
  }

  @Test
  void theClassesOfCifar10AreTakenForThoseThatLookLikeThemInWhateverOrder() {
    List<String> backward = new ArrayList<>(CIFAR10);
    java.util.Collections.reverse(backward);
    for (List<String> names : List.of(CIFAR10, backward)) {
      Examples noisy = new NoisyExamples(clean(10, 10), LabelNoise.CLASS_DEPENDENT, 1, names, 1);
      List<String> flips =
          IntStream.range(0, 10)
              .filter(i -> noisy.label(i) != noisy.trueLabel(i))
              .mapToObj(i -> names.get(noisy.trueLabel(i)) + ">" + names.get(noisy.label(i)))
              .toList();
      assertThat(flips)
          .containsExactlyInAnyOrder(
              "truck>automobile", "bird>airplane", "deer>horse", "cat>dog", "dog>cat");
    }
  }

  @Test
  void onlyTheTrainingPartHasNoisyLabelsAndItsValuesStay() {
    Splits clean = new Splits(clean(40, 2), clean(20, 2), clean(30, 2));
    Splits noisy = clean.withNoise(LabelNoise.SYMMETRIC, 0.5, TestData.TWO, 1);
    assertThat(noisy.validation()).isSameAs(clean.validation());
    assertThat(noisy.test()).isSameAs(clean.test());
    assertThat(noisy.train().noisyLabels()).isBetween(5, 35);
    assertThat(TestData.values(noisy.train())).isDeepEqualTo(TestData.values(clean.train()));
    assertThat(noisy.train().padding()).isEqualTo(clean.train().padding());
    assertThat(IntStream.range(0, 40).map(noisy.train()::trueLabel))
        .containsExactly(
            IntStream.of(TestData.labels(clean.train())).boxed().toArray(Integer[]::new));
    assertThat(clean.withNoise(LabelNoise.SYMMETRIC, 0, TestData.TWO, 1)).isSameAs(clean);
  }

  @Test
  void batchesHaveTheTrueLabelsBesideThoseGiven() {
    Examples noisy = noisy(clean(30, 3), LabelNoise.CLASS_DEPENDENT, 0.5, 1);
    Batch batch =
        BatchMaker.shuffled(noisy, new EpochPlan(30, true, Augmentation.NONE, 1, 0, 0)).make(0);
    assertThat(batch.hasNoisyLabels()).isTrue();
    for (int i = 0; i < 30; i++) {
      int example = (int) batch.values()[i];
      assertThat(batch.labels()[i]).isEqualTo(noisy.label(example));
      assertThat(batch.trueLabels()[i]).isEqualTo(example % 3);
    }
    assertThat(BatchMaker.sequential(clean(30, 3), 30).make(0).hasNoisyLabels()).isFalse();
  }
}
