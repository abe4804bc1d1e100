package io.github.sid4j.internal.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WidenedModuleTest {
  private static double[] widened(double[] logits, int classes) {
    try (Scope scope = Scope.open()) {
      Tensor wide = WidenedModule.widened(Tensor.of(logits, 1, logits.length), classes);
      return Belief.of(wide).probabilities().toDoubles();
    }
  }

  @Property(tries = 200)
  void knownClassesShareWhatTheyHadAtFirstAndTheOthersKeepTheirs(
      @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = -30, max = 30) Double> drawn,
      @ForAll @IntRange(min = 1, max = 7) int others) {
    double[] logits = drawn.stream().mapToDouble(one -> one).toArray();
    int known = logits.length;
    int classes = known + others;
    double[] wide = widened(logits, classes);
    double most = Arrays.stream(logits).max().orElseThrow();
    double sum = Arrays.stream(logits).map(logit -> Math.exp(logit - most)).sum();
    for (int c = 0; c < classes; c++) {
      double expected =
          c < known ? Math.exp(logits[c] - most) / sum * known / classes : 1.0 / classes;
      assertThat(wide[c]).isCloseTo(expected, within(1e-12));
    }
    // The answer is one of those that it knows.
    double best = Arrays.stream(wide).limit(known).max().orElseThrow();
    assertThat(best).isGreaterThanOrEqualTo(1.0 / classes - 1e-12);
  }

  /** What it reads of a wide belief is what was widened, by which module and from which place. */
  @Property(tries = 100)
  void wideningIsUndoneByReading(
      @ForAll @Size(3) List<@DoubleRange(min = -10, max = 10) Double> drawn,
      @ForAll @IntRange(min = 1, max = 4) int some,
      @ForAll @IntRange(min = 1, max = 4) int more) {
    double[] logits = drawn.stream().mapToDouble(one -> one).toArray();
    int middle = 3 + some;
    int classes = middle + more;
    try (Scope scope = Scope.open()) {
      Tensor wide =
          Belief.of(WidenedModule.widened(Tensor.of(logits, 1, 3), classes)).probabilities();
      Echo echo = new Echo();
      new WidenedModule(echo, middle, classes).logits(wide, wide);
      assertThat(echo.read).containsExactly(widened(logits, middle), within(1e-12));
    }
  }

  /** Gives what it reads. */
  private static final class Echo extends ForwardingModule {
    private double[] read;

    Echo() {
      super(new MlpModule(2, 2, 2, new Initializer(1, DType.FLOAT64)));
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      read = before.toDoubles();
      return before.log();
    }
  }

  @Test
  void onlyMoreClassesAreWider() {
    BeliefModule plain = new MlpModule(3, 2, 2, new Initializer(1, DType.FLOAT32));
    assertThatThrownBy(() -> new WidenedModule(plain, 3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WidenedModule(plain, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
