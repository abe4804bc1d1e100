package io.github.sid4j.internal.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.network.ResNet18;
import io.github.sid4j.internal.network.Vgg11;
import io.github.sid4j.internal.network.VitTiny;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Computing segments again changes nothing but time and memory. */
@Tag("slow")
class CheckpointedBackpropTest {
  /** How a method is made. */
  private interface Factory {
    Method of(Cascade cascade, Objective objective, Optimizers optimizers);
  }

  @ParameterizedTest
  @EnumSource
  void itGivesTheBitsOfBackpropOnEveryShapeOfCascade(SmallCascade kind) {
    Draw draw = new Draw(3);
    try (Scope scope = Scope.open()) {
      Tensor input = kind.input(draw, 4, DType.FLOAT32);
      Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, SmallCascade.DEPTH);
      Map<String, ByteBuffer> expected =
          bits(kind.create(1, DType.FLOAT32), objective, input, Backprop::new);
      assertThat(bits(kind.create(1, DType.FLOAT32), objective, input, CheckpointedBackprop::new))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vgg11, FP32",
    "resnet18, FP32",
    "vit-tiny, FP32",
    "resnet18, BF16",
    "vit-tiny, BF16"
  })
  void itDoesSoOnWholeNetworksInPieces(String network, Precision precision) {
    try (Scope scope = Scope.open()) {
      int side = smallestSide(network);
      Tensor input = new Draw(4).tensor(DType.FLOAT32, 1, 2, 3, side, side);
      Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 1);
      Map<String, ByteBuffer> expected =
          bits(whole(network, 1).in(precision), objective, input, Backprop::new);
      assertThat(bits(whole(network, 3).in(precision), objective, input, CheckpointedBackprop::new))
          .isEqualTo(expected);
    }
  }

  private static int smallestSide(String network) {
    return network.equals("vgg11") ? 32 : 8;
  }

  private static Cascade whole(String network, int pieces) {
    Initializer init = new Initializer(2, DType.FLOAT32);
    int side = smallestSide(network);
    int[] shape = {3, side, side};
    Backbone backbone =
        switch (network) {
          case "vgg11" -> Vgg11.of(shape, init);
          case "resnet18" -> ResNet18.of(shape, init);
          default -> VitTiny.of(shape, 4, init);
        };
    return new Cascade(
        backbone.whole(pieces), List.of(new ClassifierModule(3, backbone.features(), init)), 3);
  }

  /** Every bit that two steps leave. */
  private static Map<String, ByteBuffer> bits(
      Cascade cascade, Objective objective, Tensor input, Factory factory) {
    Engine.useThreads(1);
    Map<String, ByteBuffer> bits = new LinkedHashMap<>();
    try (Scope scope = Scope.open()) {
      Optimizers optimizers = new Optimizers(cascade, Sgd.sgd(0.9, 0.001), 0.5);
      try (Method method = factory.of(cascade, objective, optimizers)) {
        for (int step = 0; step < 2; step++) {
          try (Pass training = Pass.training(7, step)) {
            String report =
                method
                    .take(input, new Draw(5).target((int) input.size(0), 3, 0, DType.FLOAT32), 0.1)
                    .toString();
            bits.put("report " + step, ByteBuffer.wrap(report.getBytes(UTF_8)));
          }
        }
      }
      cascade
          .state()
          .byName()
          .forEach((name, tensor) -> bits.put(name, ByteBuffer.wrap(tensor.toBytes())));
    }
    return bits;
  }
}
