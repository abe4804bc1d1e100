package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestWeightsTest {
  private final Scope scope = Scope.open();
  private final Tensor weight = Tensor.of(new float[] {1, 2}, 2).requireGradient();
  private final Tensor count = Tensor.of(new long[] {3});
  private final Map<String, Tensor> trained = Map.of("weight", weight, "count", count);
  private final BestWeights kept = new BestWeights(trained);

  @AfterEach
  void close() {
    scope.close();
  }

  private void train(float first, float second, long steps) {
    weight.inPlace().copy(Tensor.of(new float[] {first, second}, 2));
    count.inPlace().copy(Tensor.of(new long[] {steps}));
  }

  private void assertTrained(double first, double second, double steps) {
    assertThat(weight.toDoubles()).containsExactly(first, second);
    assertThat(count.toDoubles()).containsExactly(steps);
  }

  @Test
  void trainingLeavesACopyAsItIsUntilTheNext() {
    assertThat(kept.isEmpty()).isTrue();
    kept.keep();
    assertThat(kept.isEmpty()).isFalse();
    train(4, 5, 6);
    kept.swap();
    assertTrained(1, 2, 3);
    kept.swap();
    assertTrained(4, 5, 6);
    kept.keep();
    train(7, 8, 9);
    kept.swap();
    assertTrained(4, 5, 6);
    assertThat(weight.requiresGradient()).isTrue();
  }

  @Test
  void aCopyGoesThroughAFileInBothDirections(@TempDir Path folder) throws IOException {
    kept.keep();
    kept.write(folder.resolve("best.safetensors"));
    train(4, 5, 6);
    BestWeights again = new BestWeights(trained);
    again.read(folder.resolve("best.safetensors"));
    assertTrained(4, 5, 6);
    again.swap();
    assertTrained(1, 2, 3);
  }

  @Test
  void aFileOfOtherTensorsIsRefused(@TempDir Path folder) throws IOException {
    Tensor longer = Tensor.full(0, DType.FLOAT32, 3);
    BestWeights others = new BestWeights(Map.of("weight", longer, "count", count));
    others.keep();
    Path file = folder.resolve("best.safetensors");
    others.write(file);
    assertThatThrownBy(() -> kept.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(file + " tensor weight", "[2]", "[3]");
  }
}
