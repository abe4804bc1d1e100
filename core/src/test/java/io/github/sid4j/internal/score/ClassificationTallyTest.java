package io.github.sid4j.internal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClassificationTallyTest {
  /** A sample with its probabilities; the answer is the first of the highest. */
  // Two of these are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Sample(int label, double... p) {
    int answer() {
      return IntStream.range(0, p.length).reduce(0, (best, c) -> p[c] > p[best] ? c : best);
    }
  }

  private static Classification of(int classes, List<Sample> samples) {
    ClassificationTally answers = new ClassificationTally(classes, samples.size());
    for (Sample sample : samples) {
      double[] logarithms = Arrays.stream(sample.p).map(Math::log).toArray();
      answers.add(sample.label, sample.answer(), logarithms, 0);
    }
    return answers.with(answers, names(classes));
  }

  private static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(c -> "c" + c).toList();
  }

  /** Of class 0 two of three are right, class 1 is right, class 2 is never answered. */
  private static final List<Sample> UNEVEN =
      List.of(
          new Sample(0, 0.7, 0.2, 0.1),
          new Sample(0, 0.5, 0.25, 0.25),
          new Sample(0, 0.3, 0.6, 0.1),
          new Sample(1, 0.25, 0.5, 0.25),
          new Sample(2, 0.5, 0.1, 0.4));

  @Test
  void figuresAreThoseThatWereWorkedOutByHand() {
    Classification found = of(3, UNEVEN);
    assertThat(found.classes())
        .containsExactly(
            // Pairs for 0: 0.7, 0.5, 0.3 against 0.25, 0.5: 2 + 1.5 + 1 of 6.
            new ClassResult("c0", 3, 3, 2 / 3.0, 2 / 3.0, 2 / 3.0, 4.5 / 6),
            // 0.5 against 0.2, 0.25, 0.6, 0.1: 3 of 4.
            new ClassResult("c1", 1, 2, 1 / 2.0, 1.0, 2 / 3.0, 3 / 4.0),
            // 0.4 against 0.1, 0.25, 0.1, 0.25: 4 of 4.
            new ClassResult("c2", 1, 0, null, 0.0, 0.0, 1.0));
    assertThat(found.confusionMatrix())
        .containsExactly(List.of(2, 1, 0), List.of(0, 1, 0), List.of(1, 0, 0));
    assertThat(found.mistakes())
        .containsExactly(new Mistake("c0", "c1", 1), new Mistake("c2", "c0", 1));
    assertThat(found.best().balancedAccuracy()).isCloseTo((2 / 3.0 + 1 + 0) / 3, within(1e-12));
    assertThat(found.best().macroF1()).isCloseTo((2 / 3.0 + 2 / 3.0 + 0) / 3, within(1e-12));
    assertThat(found.best().auc()).isCloseTo((0.75 + 0.75 + 1) / 3, within(1e-12));
    double loss = -(Math.log(0.7) + Math.log(0.5) + Math.log(0.3) + Math.log(0.5) + Math.log(0.4));
    assertThat(found.best().logLoss()).isCloseTo(loss / 5, within(1e-12));
    assertThat(found.samples()).isEqualTo(5);
  }

  @Test
  void aClassWithoutSamplesHasNoValuesAndIsInNoMean() {
    List<Sample> samples = List.of(new Sample(0, 0.8, 0.1, 0.1), new Sample(1, 0.2, 0.7, 0.1));
    Classification found = of(3, samples);
    assertThat(found.classes().get(2))
        .isEqualTo(new ClassResult("c2", 0, 0, null, null, null, null));
    assertThat(found.best().balancedAccuracy()).isEqualTo(1);
    assertThat(found.best().macroF1()).isEqualTo(1);
    assertThat(found.best().auc()).isEqualTo(1);
    // Once it is answered, it has a precision, and its F1 of 0 counts.
    Classification answered = of(3, List.of(samples.get(0), new Sample(1, 0.2, 0.1, 0.7)));
    assertThat(answered.classes().get(2))
        .isEqualTo(new ClassResult("c2", 0, 1, 0.0, null, 0.0, null));
    assertThat(answered.best().macroF1()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(answered.best().balancedAccuracy()).isEqualTo(0.5);
  }

  @Test
  void withOneClassInTheTestPartThereIsNoAuc() {
    Classification found = of(2, List.of(new Sample(1, 0.4, 0.6), new Sample(1, 0.9, 0.1)));
    assertThat(found.classes()).extracting(ClassResult::auc).containsOnlyNulls();
    assertThat(found.best().auc()).isNull();
    assertThat(found.best().balancedAccuracy()).isEqualTo(0.5);
  }

  @Test
  void probabilitiesThatAreRoundedToOneStillCount() {
    ClassificationTally answers = new ClassificationTally(2, 3);
    // In single precision log p is 0 in the first two, which differ by the other class.
    answers.add(0, 0, new double[] {0, -30}, 0);
    answers.add(1, 0, new double[] {0, -20}, 0);
    answers.add(1, 0, new double[] {0, Double.NEGATIVE_INFINITY}, 0);
    Classification found = answers.with(answers, List.of("a"));
    assertThat(found.classes()).extracting(ClassResult::auc).containsExactly(0.5, 0.5);
    assertThat(found.classes()).extracting(ClassResult::name).containsExactly("a", "class 1");
  }

  @Test
  void theMatrixOfManyClassesIsLeftOutAndTheMistakesAreTheMostFrequent() {
    int classes = Classification.MATRIX_CLASSES + 1;
    ClassificationTally answers = new ClassificationTally(classes, 3 * classes);
    double[] logarithms = new double[classes];
    Arrays.fill(logarithms, -Math.log(classes));
    for (int c = 0; c < classes; c++) {
      for (int k = 0; k < (c == 7 ? 3 : 1); k++) {
        answers.add(c, (c + 1) % classes, logarithms, 0);
      }
    }
    Classification found = answers.with(answers, names(classes));
    assertThat(found.confusionMatrix()).isNull();
    assertThat(found.mistakes())
        .hasSize(Classification.MISTAKES)
        .startsWith(new Mistake("c7", "c8", 3), new Mistake("c0", "c1", 1));
    assertThat(found.best().auc()).isEqualTo(0.5);
  }

  @Test
  void tooManyNumbersAreNotKeptForTheAuc() {
    int classes = 1 << 14;
    ClassificationTally answers = new ClassificationTally(classes, (1 << 12) + 1);
    answers.add(3, 3, new double[classes], 0);
    Classification found = answers.with(answers, List.of());
    assertThat(found.best().auc()).isNull();
    assertThat(found.best().balancedAccuracy()).isEqualTo(1);
  }

  @Property(tries = 200)
  void aucIsTheShareOfPairsInTheRightOrder(@ForAll("samples") List<Sample> samples) {
    List<ClassResult> results = of(3, samples).classes();
    for (int c = 0; c < 3; c++) {
      assertThat(results.get(c).auc()).isEqualTo(byPairs(samples, c));
    }
  }

  private static Double byPairs(List<Sample> samples, int c) {
    double ordered = 0;
    int pairs = 0;
    for (Sample one : samples) {
      for (Sample other : samples) {
        if (one.label == c && other.label != c) {
          pairs++;
          ordered += one.p[c] > other.p[c] ? 1 : one.p[c] == other.p[c] ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? null : ordered / pairs;
  }

  @Property(tries = 200)
  void figuresAreThoseOfTheirDefinitions(@ForAll("samples") List<Sample> samples) {
    Classification found = of(3, samples);
    for (int c = 0; c < 3; c++) {
      int at = c;
      long support = samples.stream().filter(s -> s.label == at).count();
      long predicted = samples.stream().filter(s -> s.answer() == at).count();
      long right = samples.stream().filter(s -> s.label == at && s.answer() == at).count();
      ClassResult result = found.classes().get(c);
      assertThat(result.support()).isEqualTo((int) support);
      assertThat(result.predicted()).isEqualTo((int) predicted);
      assertThat(result.precision()).isEqualTo(predicted == 0 ? null : right / (double) predicted);
      assertThat(result.recall()).isEqualTo(support == 0 ? null : right / (double) support);
      if (right > 0) {
        double harmonic = 2 / (1 / result.precision() + 1 / result.recall());
        assertThat(result.f1()).isCloseTo(harmonic, within(1e-12));
      }
      for (int d = 0; d < 3; d++) {
        int to = d;
        long count = samples.stream().filter(s -> s.label == at && s.answer() == to).count();
        assertThat(found.confusionMatrix().get(c).get(d)).isEqualTo((int) count);
      }
    }
    double loss = samples.stream().mapToDouble(s -> -Math.log(s.p[s.label])).average().orElse(0);
    assertThat(found.best().logLoss()).isCloseTo(loss, within(1e-9));
  }

  @Property(tries = 100)
  void theOrderOfTheSamplesChangesNothing(
      @ForAll("samples") List<Sample> samples, @ForAll long seed) {
    List<Sample> shuffled = new ArrayList<>(samples);
    Collections.shuffle(shuffled, new Random(seed));
    Classification one = of(3, samples);
    Classification other = of(3, shuffled);
    assertThat(other.classes()).isEqualTo(one.classes());
    assertThat(other.confusionMatrix()).isEqualTo(one.confusionMatrix());
    assertThat(other.mistakes()).isEqualTo(one.mistakes());
    assertThat(other.best().macroF1()).isEqualTo(one.best().macroF1());
    assertThat(other.best().logLoss()).isCloseTo(one.best().logLoss(), within(1e-9));
  }

  @Property(tries = 100)
  void ofTwoClassesBothHaveTheSameAuc(@ForAll("logits") List<List<Integer>> logits) {
    ClassificationTally answers = new ClassificationTally(2, logits.size());
    for (int i = 0; i < logits.size(); i++) {
      double difference = logits.get(i).get(1);
      // Logarithms as single precision has them, of which many are 0.
      double[] logarithms = {
        (float) -Math.log1p(Math.exp(-difference)), (float) -Math.log1p(Math.exp(difference))
      };
      answers.add(logits.get(i).get(0), 0, logarithms, 0);
    }
    List<ClassResult> results = answers.with(answers, names(2)).classes();
    assertThat(results.get(0).auc()).isEqualTo(results.get(1).auc());
  }

  @Provide
  Arbitrary<List<List<Integer>>> logits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1), Arbitraries.integers().between(-60, 60))
        .as(List::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  /** With ties: probabilities are sixteenths. */
  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<double[]> probabilities =
        Arbitraries.of(
            Stream.of(
                    new int[] {12, 2, 2},
                    new int[] {2, 12, 2},
                    new int[] {10, 3, 3},
                    new int[] {10, 1, 5},
                    new int[] {8, 5, 3},
                    new int[] {8, 1, 7},
                    new int[] {5, 5, 6},
                    new int[] {1, 5, 10})
                .map(sixteenths -> Arrays.stream(sixteenths).mapToDouble(n -> n / 16.0).toArray())
                .toList());
    return Combinators.combine(Arbitraries.integers().between(0, 2), probabilities)
        .as(Sample::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
