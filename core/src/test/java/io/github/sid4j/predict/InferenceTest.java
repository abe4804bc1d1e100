package io.github.sid4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.predict.Beliefs;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InferenceTest {
  private static final int CLASSES = 4;
  private static final int FEATURES = 6;

  /** Rows that a stage was computed for, by module. */
  private final List<Long> computed = new ArrayList<>();

  private static Cascade cascade(boolean staged, long seed) {
    Settings settings =
        Settings.parse(
            staged
                ? Map.of("network", "mlp", "topology", "staged", "stages", "4", "hidden", "12")
                : Map.of("network", "mlp", "modules", "4", "hidden", "12", "module-hidden", "8"));
    Initializer init = new Initializer(seed, DType.FLOAT32);
    return Cascades.create(settings, new int[] {FEATURES}, CLASSES, init);
  }

  private static Tensor input(int size, long seed) {
    Rng rng = Rng.of(seed);
    float[] values = new float[size * FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (8 * rng.nextNormal());
    }
    return Tensor.of(values, size, FEATURES);
  }

  private static List<List<float[]>> inferred(
      Cascade cascade, ExitRule rule, List<Double> temperatures, Tensor input) {
    try (TorchCourse course = new TorchCourse(cascade, input.copy())) {
      int size = Math.toIntExact(input.size(0));
      return Inference.of(course, size, cascade.depth(), rule, temperatures);
    }
  }

  @Property(tries = 40)
  void whatIsComputedIsTheBeginningOfThePlainBeliefsUpToWhereTheRuleEnds(
      @ForAll boolean staged,
      @ForAll boolean agreement,
      @ForAll @DoubleRange(min = 0.2, max = 0.6) double threshold,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll long seed) {
    ExitRule rule = agreement ? ExitRule.agreement(threshold) : ExitRule.confidence(threshold);
    try (Scope scope = Scope.open()) {
      Cascade cascade = cascade(staged, seed);
      Tensor input = input(size, seed);
      List<float[]> plain =
          cascade.beliefs(input).stream().map(Belief::probabilities).map(Tensor::toFloats).toList();
      List<List<float[]>> early = inferred(cascade, rule, List.of(), input);
      assertThat(early).hasSize(size);
      for (int row = 0; row < size; row++) {
        int depth = early.get(row).size();
        int before = -1;
        for (int i = 0; i < depth; i++) {
          float[] belief = early.get(row).get(i);
          for (int c = 0; c < CLASSES; c++) {
            assertThat(belief[c]).isCloseTo(plain.get(i)[row * CLASSES + c], within(1e-5f));
          }
          int best = Beliefs.best(belief);
          boolean ends = rule.ends(before, best, belief[best]);
          assertThat(ends || i + 1 == cascade.depth()).isEqualTo(i + 1 == depth);
          before = best;
        }
      }
    }
  }

  @Test
  void laterStagesSeeTheUndecidedAlone() {
    try (Scope scope = Scope.open()) {
      Cascade plain = cascade(true, 5);
      Cascade counting =
          new Cascade(
              plain.extractor(),
              plain.modules().stream().<BeliefModule>map(Counting::new).toList(),
              CLASSES);
      Tensor input = input(50, 5);
      List<List<float[]>> all = inferred(counting, ExitRule.confidence(0.33), List.of(), input);
      List<Long> expected = new ArrayList<>();
      for (int depth = 1; depth <= plain.depth(); depth++) {
        int least = depth;
        long rows = all.stream().filter(beliefs -> beliefs.size() >= least).count();
        if (rows > 0) {
          expected.add(rows);
        }
      }
      assertThat(computed).isEqualTo(expected);
      assertThat(computed.get(1)).isBetween(1L, 49L);
    }
  }

  @Test
  void nothingIsComputedBehindTheModuleThatDecidedAll() {
    try (Scope scope = Scope.open()) {
      Cascade plain = cascade(true, 5);
      Cascade counting =
          new Cascade(
              plain.extractor(),
              plain.modules().stream().<BeliefModule>map(Counting::new).toList(),
              CLASSES);
      inferred(counting, ExitRule.confidence(0), List.of(), input(3, 5));
      assertThat(computed).containsExactly(3L);
    }
  }

  @Test
  void temperaturesChangeWhatIsSeenAndNotWhatIsHandedOn() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = cascade(false, 5);
      Tensor input = input(5, 5);
      List<List<float[]>> plain = inferred(cascade, ExitRule.NEVER, List.of(), input);
      List<List<float[]>> hot =
          inferred(cascade, ExitRule.NEVER, List.of(3.0, 1.0, 1.0, 1.0), input);
      for (int row = 0; row < 5; row++) {
        assertThat(hot.get(row).get(0)).isNotEqualTo(plain.get(row).get(0));
        assertThat(hot.get(row).get(3)).isEqualTo(plain.get(row).get(3));
      }
    }
  }

  /** Notes for how many rows its stage is computed. */
  private final class Counting extends ForwardingModule {
    private Counting(BeliefModule plain) {
      super(plain);
    }

    @Override
    public Tensor advance(Tensor features) {
      computed.add(features.size(0));
      return plain().advance(features);
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return plain().logits(before, features);
    }
  }
}
