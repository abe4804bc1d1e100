package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.method.Method;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Draw;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extractor may have an optimizer of its own, by whichever method it learns. */
class ExtractorOptimizerTest {
  private static final int BATCH = 4;
  private static final int FEATURES = 6;
  private static final int CLASSES = 3;

  @ParameterizedTest
  @CsvSource({"sid, single-pass", "sid, threads", "sid, batched", "backprop, single-pass"})
  void eachPartIsUpdatedByItsOwn(String method, String execution) {
    Map<String, String> common =
        Map.of("method", method, "execution", execution, "network", "mlp", "threads", "1");
    Map<String, ByteBuffer> adam = step(common, "optimizer=adam lr=0.25");
    Map<String, ByteBuffer> sgd = step(common, "optimizer=sgd lr=0.5 weight-decay=0.125");
    Map<String, ByteBuffer> both =
        step(
            common,
            "optimizer=adam lr=0.25 extractor-optimizer=sgd extractor-lr=0.5"
                + " extractor-weight-decay=0.125");
    assertThat(adam).hasSizeGreaterThan(4);
    both.forEach(
        (name, found) -> {
          Map<String, ByteBuffer> expected = name.startsWith("extractor.") ? sgd : adam;
          Map<String, ByteBuffer> other = name.startsWith("extractor.") ? adam : sgd;
          assertThat(found).as(name).isEqualTo(expected.get(name)).isNotEqualTo(other.get(name));
        });
  }

  /** What one step leaves of the same weights by the same batch. */
  private static Map<String, ByteBuffer> step(Map<String, String> common, String pairs) {
    Engine.useThreads(1);
    Map<String, String> texts = new TreeMap<>(common);
    for (String pair : pairs.split(" ", -1)) {
      int equals = pair.indexOf('=');
      texts.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    Settings settings = Settings.parse(texts);
    TrainingComponents components = new TrainingComponents(settings);
    Map<String, ByteBuffer> bits = new TreeMap<>();
    try (Scope scope = Scope.open()) {
      Initializer init = new Initializer(3, DType.FLOAT32);
      Cascade cascade = Cascades.create(settings, new int[] {FEATURES}, CLASSES, init);
      Draw draw = new Draw(4);
      try (Pass training = Pass.training(5, 0);
          Method method =
              components.method(
                  cascade, components.objective(cascade.depth()), components.optimizers(cascade))) {
        method.take(
            draw.tensor(DType.FLOAT32, 1, BATCH, FEATURES),
            draw.target(BATCH, CLASSES, 0, DType.FLOAT32),
            settings.get(TrainingSetting.LR));
      }
      cascade
          .parameters()
          .byName()
          .forEach((name, tensor) -> bits.put(name, ByteBuffer.wrap(tensor.toBytes())));
    }
    return bits;
  }
}
