package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.model.BlockProbe;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.testkit.Draw;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrozenNormsTest {
  @BeforeAll
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static InvertedResidual block() {
    return new InvertedResidual(8, 8, 6, 3, 1, 1e-3, new Initializer(2, DType.FLOAT32));
  }

  @Test
  void inTrainingTooItGivesWhatInferenceGivesAndLearnsNothing() {
    try (Scope scope = Scope.open()) {
      InvertedResidual block = block();
      Draw draw = new Draw(4);
      block
          .buffers()
          .byName()
          .forEach((name, t) -> t.inPlace().plus(draw.tensor(DType.FLOAT32, 0.3, t.shape()), 1));
      block.buffers().byName().entrySet().stream()
          .filter(entry -> entry.getKey().endsWith("running_var"))
          .forEach(entry -> entry.getValue().inPlace().clamp(0.5, 2));
      List<String> names = List.copyOf(block.parameters().and(block.buffers()).byName().keySet());
      Tensor x = draw.tensor(DType.FLOAT32, 1, 2, 8, 6, 5);
      Tensor expected = block.forward(x).detach();
      FrozenNorms.freeze(block);
      byte[] mean = block.buffers().byName().get("bn1.running_mean").toBytes();
      try (Pass training = Pass.training(1, 1)) {
        assertThat(block.forward(x).minus(expected).norm()).isLessThan(1e-5 * expected.norm());
      }
      assertThat(block.buffers().byName().get("bn1.running_mean").toBytes()).isEqualTo(mean);
      assertThat(block.parameters().byName().keySet())
          .containsExactly("conv_pw.weight", "conv_dw.weight", "conv_pwl.weight");
      assertThat(block.parameters().and(block.buffers()).byName().keySet())
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void theInputsOfBatchNormsAreNotKept() {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    double usual = bytes(false);
    assertThat(bytes(true)).isBetween(0.6 * usual, 0.72 * usual);
  }

  private static double bytes(boolean frozen) {
    try (Scope scope = Scope.open()) {
      InvertedResidual block = block();
      if (frozen) {
        FrozenNorms.freeze(block);
      }
      Sequential layers = Sequential.empty().then("block", block);
      Backbone backbone = new Backbone(List.of(new Block(layers, 8, 1)), Operation.GLOBAL_AVERAGE);
      int[] shape = {8, 64, 64};
      return Arrays.stream(new BlockProbe(backbone, shape, 4, Precision.FP32).bytes()).sum();
    }
  }
}
