package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.export.ort.OrtEngineProvider;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.BeliefEngine;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class OrtEngineTest {
  private static final int EXAMPLES = 5;
  private static final int TOKENS = 20;

  /** Of the examples that the first module leaves undecided. */
  private static final int[] LEFT = {0, 2, 4};

  @ParameterizedTest
  @CsvSource({
    "hidden=16 modules=3, 64, 1",
    "hidden=16 topology=staged cuts=1;3, 64, 2",
    "network=simple-cnn modules=2, 3x16x16, 2",
    "network=resnet18 topology=staged stages=4, 3x16x16, 1",
    "network=text-cnn topology=staged stages=2 recipe=none tokens=20, 6, 2"
  })
  void bothWaysGiveTheBeliefsOfTheCascade(String settings, String size, int threads) {
    int[] shape = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
    boolean texts = settings.contains("text");
    float[] values = values(texts, Arrays.stream(shape).reduce(1, Math::multiplyExact));
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade(settings.replace(';', ','), shape);
      List<float[]> expected = beliefs(cascade, values, shape);
      try (BeliefEngine engine =
          new OrtEngineProvider().open(cascade, texts ? TOKENS : 0, threads, shape)) {
        try (BeliefCourse whole = engine.begin(values, EXAMPLES, true)) {
          expected.forEach(each -> assertThat(whole.next()).containsExactly(each, within(1e-5f)));
        }
        try (BeliefCourse some = engine.begin(values, EXAMPLES, false)) {
          assertThat(some.next()).containsExactly(expected.get(0), within(1e-5f));
          some.keep(LEFT);
          for (float[] each : expected.subList(1, expected.size())) {
            assertThat(some.next()).containsExactly(left(each, cascade.classes()), within(1e-5f));
          }
        }
      }
    }
  }

  private static float[] values(boolean texts, int numbers) {
    Rng rng = Rng.of(1);
    float[] values = new float[EXAMPLES * numbers];
    for (int i = 0; i < values.length; i++) {
      values[i] = texts ? (int) (rng.nextDouble() * TOKENS) : (float) rng.nextNormal();
    }
    return values;
  }

  private static List<float[]> beliefs(Cascade cascade, float[] values, int... shape) {
    long[] sizes =
        LongStream.concat(LongStream.of(EXAMPLES), IntStream.of(shape).asLongStream()).toArray();
    return cascade.beliefs(Tensor.of(values, sizes)).stream()
        .map(Belief::probabilities)
        .map(Tensor::toFloats)
        .toList();
  }

  private static float[] left(float[] all, int classes) {
    float[] left = new float[LEFT.length * classes];
    for (int i = 0; i < LEFT.length; i++) {
      System.arraycopy(all, LEFT[i] * classes, left, i * classes, classes);
    }
    return left;
  }
}
