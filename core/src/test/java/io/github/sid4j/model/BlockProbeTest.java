package io.github.sid4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockProbeTest {
  private static final int[] IMAGE = {2, 6, 6};

  @Test
  void activationsAreCountedTheSameAgain() {
    double[] bytes = new BlockProbe(own(), IMAGE, 4, Precision.FP32).activations();
    assertThat(new BlockProbe(own(), IMAGE, 9, Precision.FP32).activations())
        .containsExactly(bytes);
    // What the first block makes of two images of single precision.
    assertThat(bytes[0]).isEqualTo(2 * 2 * 6 * 6 * Float.BYTES);
    assertThat(bytes[1]).isGreaterThan(bytes[0]).isGreaterThan(bytes[3]);
  }

  @BeforeAll
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  /** A first block without parameters, statistics in two others, and dropout. */
  private static Backbone own() {
    Initializer init = new Initializer(1, DType.FLOAT32);
    Sequential convolved =
        Sequential.empty()
            .then("conv", new Conv2d(2, 5, 3, init))
            .then("bn", new BatchNorm2d(5, init))
            .then("relu", Operation.RELU_IN_PLACE)
            .then("dropout", new Dropout(0.3, init));
    return new Backbone(
        List.of(
            new Block(Sequential.empty().then("first", Operation.RELU), 2, 0),
            new Block(convolved, 5, 1),
            new Block(Sequential.empty().then("res", new ResidualBlock(5, 6, 2, init)), 6, 2),
            new Block(Sequential.empty().then("halved", Operation.MAX_POOL), 6, 0)),
        Operation.GLOBAL_AVERAGE);
  }

  private static Map<String, ByteBuffer> bits(Backbone backbone) {
    Map<String, ByteBuffer> bits = new LinkedHashMap<>();
    backbone
        .whole()
        .parameters()
        .and(backbone.whole().buffers())
        .byName()
        .forEach((name, tensor) -> bits.put(name, ByteBuffer.wrap(tensor.toBytes())));
    return bits;
  }

  @ParameterizedTest
  @EnumSource
  void measuringLeavesNoTrace(Precision precision) {
    try (Scope scope = Scope.open()) {
      Backbone own = own();
      Map<String, ByteBuffer> before = bits(own);
      assertThat(before).containsKeys("bn.running_mean", "res.bn2.running_var", "conv.weight");
      BlockProbe probe = new BlockProbe(own, IMAGE, 3, precision);
      assertThat(Arrays.stream(probe.seconds()).boxed()).hasSize(4).allMatch(cost -> cost >= 0);
      if (NativeMemory.inUseBytes().isPresent()) {
        assertThat(Arrays.stream(probe.bytes()).boxed()).hasSize(4).allMatch(cost -> cost >= 0);
      }
      assertThat(bits(own)).isEqualTo(before);
      assertThat(Pass.current().isTraining()).isFalse();
    }
  }

  @Test
  void memoryIsThatOfWhatTheBackwardNeeds() {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    int batch = 64;
    List<Integer> widths = List.of(16_384, 128, 32_768);
    try (Scope scope = Scope.open()) {
      Backbone mlp = Mlp.backbone(4, widths, new Initializer(1, DType.FLOAT32));
      double[] bytes = new BlockProbe(mlp, new int[] {4}, batch, Precision.FP32).bytes();
      // The result of the ReLU, written over that of the linear layer, is all that is kept.
      for (int i = 0; i < bytes.length; i++) {
        double expected = 4.0 * batch * widths.get(i);
        assertThat(bytes[i]).as("block %d", i).isBetween(0.8 * expected, expected + 2e6);
      }
    }
  }

  @Test
  void aLibraryThatDoesNotReportItsMemoryIsNamedInOneLine() {
    try (Scope scope = Scope.open()) {
      BlockProbe probe = new BlockProbe(own(), IMAGE, 3, Precision.FP32);
      assertThatThrownBy(() -> probe.bytes(OptionalLong::empty))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("balance: expected multiplications or time, since this C library")
          .hasMessageEndingWith("use GNU's C library, 2.33 or newer");
    }
  }
}
