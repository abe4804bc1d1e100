package io.github.sid4j.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Draw;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every built-in network with the heads that it has by default: a pipeline changes no bit. */
@Tag("slow")
class BackbonePipelineTest {
  private static final int CLASSES = 5;
  private static final int BATCH = 2;
  private static final int STEPS = 4;

  @ParameterizedTest
  @CsvSource({
    "simple-cnn, FP32",
    "vgg11, FP32",
    "resnet18, FP32",
    "resnet18, BF16",
    "vit-tiny, FP32",
    "vit-tiny, BF16",
    "airbench, FP32",
    "airbench, BF16",
    "mlp, FP32"
  })
  void aPipelineGivesTheBitsOfOneAfterTheOther(String network, Precision precision) {
    Engine.useThreads(1);
    Map<String, ByteBuffer> expected = bits(network, "single-pass", precision);
    assertThat(bits(network, "pipeline", precision)).isEqualTo(expected);
  }

  private static int smallestSide(String network) {
    return network.equals("vgg11") ? 32 : network.equals("airbench") ? 16 : 8;
  }

  /** With all that optimizers can be, for one network. */
  private static Map<String, String> optimizer(String network) {
    return network.equals("airbench")
        ? Map.of("optimizer", "muon", "norm-bias-lr-factor", "2", "lookahead", "3", "ema", "0.9")
        : Map.of();
  }

  /** Every bit that some steps leave: reports, weights, statistics, optimizers. */
  private static Map<String, ByteBuffer> bits(
      String network, String execution, Precision precision) {
    Map<String, String> texts = new LinkedHashMap<>(optimizer(network));
    texts.putAll(
        Map.of(
            "network", network,
            "topology", "staged",
            "stages", "3",
            "depth", "4",
            "execution", execution,
            "threads", "1"));
    Settings settings = Settings.parse(texts);
    int side = smallestSide(network);
    int[] shape = {3, side, side};
    TrainingComponents components = new TrainingComponents(settings);
    Map<String, ByteBuffer> bits = new LinkedHashMap<>();
    try (Scope scope = Scope.open()) {
      Initializer init = new Initializer(3, DType.FLOAT32);
      Cascade cascade = Cascades.create(settings, shape, CLASSES, init).in(precision);
      Objective objective = components.objective(cascade.depth());
      Optimizers optimizers = components.optimizers(cascade);
      List<StepReport> reports = new ArrayList<>();
      try (Method method = components.method(cascade, objective, optimizers)) {
        Draw draw = new Draw(4);
        for (int step = 0; step < STEPS; step++) {
          try (Scope batch = Scope.open();
              Pass training = Pass.training(5, step)) {
            reports.addAll(
                method.take(
                    draw.tensor(DType.FLOAT32, 1, BATCH, 3, side, side),
                    draw.target(BATCH, CLASSES, 0, DType.FLOAT32),
                    0.01));
          }
        }
        reports.addAll(method.drain());
      }
      assertThat(reports).hasSize(STEPS);
      bits.put("reports", ByteBuffer.wrap(reports.toString().getBytes(UTF_8)));
      cascade.state().byName().forEach((name, t) -> bits.put(name, ByteBuffer.wrap(t.toBytes())));
      optimizers
          .byPart()
          .forEach(
              (part, optimizer) ->
                  optimizer
                      .state()
                      .tensors()
                      .forEach(
                          (name, t) -> bits.put(part + " " + name, ByteBuffer.wrap(t.toBytes()))));
    }
    return bits;
  }
}
