package io.github.sid4j.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchPartTest {
  @Property(tries = 50)
  void everySampleIsInOnePartWithItsTargetAndPartsAreNearlyEqual(
      @ForAll @IntRange(min = 1, max = 20) int samples,
      @ForAll @IntRange(min = 1, max = 25) int wanted) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(samples);
      Tensor input = draw.tensor(DType.FLOAT32, 1, samples, 2, 3);
      Target target = draw.target(samples, 4, 0.1, DType.FLOAT32);
      List<BatchPart> parts = BatchPart.cut(input, target, wanted);
      assertThat(parts).hasSize(Math.min(samples, wanted));
      assertThat(joined(parts, BatchPart::input)).isEqualTo(input.toDoubles());
      assertThat(joined(parts, part -> part.target().labels()))
          .isEqualTo(target.labels().toDoubles());
      assertThat(joined(parts, part -> part.target().distribution()))
          .isEqualTo(target.distribution().toDoubles());
      long first = parts.get(0).samples();
      assertThat(parts.get(parts.size() - 1).samples()).isBetween(first - 1, first);
    }
  }

  private static double[] joined(List<BatchPart> parts, Function<BatchPart, Tensor> tensor) {
    return parts.stream()
        .map(tensor)
        .map(Tensor::toDoubles)
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }
}
