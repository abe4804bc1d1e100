package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.InferenceEngine;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void run() throws IOException {
    Training.of(
            Settings.parse(
                Map.of(
                    "topology", "staged",
                    "cuts", "1,3",
                    "hidden", "16",
                    "epochs", "2",
                    "threads", "1",
                    "precision", "fp32",
                    "out", folder.resolve("run").toString())))
        .run();
  }

  private static List<float[]> rows() {
    Rng rng = Rng.of(3);
    return IntStream.range(0, 40)
        .mapToObj(
            row -> {
              float[] pixels = new float[64];
              for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) rng.nextNormal();
              }
              return pixels;
            })
        .toList();
  }

  private static List<Prediction> predictions(InferenceEngine engine, ExitRule rule)
      throws IOException {
    ClassifierOptions options = ClassifierOptions.defaults().with(engine).with(rule).withBatch(16);
    try (Classifier classifier = Classifier.open(folder.resolve("run"), options)) {
      return classifier.classifyPrepared(rows());
    }
  }

  @Test
  void enginesAgreeAlsoWhereSamplesLeaveEarly() throws IOException {
    for (ExitRule rule : List.of(ExitRule.NEVER, ExitRule.confidence(0.3), ExitRule.agreement(0))) {
      List<Prediction> torch = predictions(InferenceEngine.LIBTORCH, rule);
      List<Prediction> ort = predictions(InferenceEngine.ONNX_RUNTIME, rule);
      for (int i = 0; i < torch.size(); i++) {
        assertThat(ort.get(i).depth()).isEqualTo(torch.get(i).depth());
        for (int depth = 1; depth <= torch.get(i).depth(); depth++) {
          assertThat(ort.get(i).belief(depth))
              .containsExactly(torch.get(i).belief(depth), within(1e-6f));
        }
      }
    }
  }

  @Test
  void severalThreadsMayUseOneClassifier() throws IOException {
    ClassifierOptions options =
        ClassifierOptions.defaults().with(InferenceEngine.ONNX_RUNTIME).withThreads(1);
    try (Classifier classifier = Classifier.open(folder.resolve("run"), options)) {
      List<float[]> rows = rows();
      List<Integer> alone =
          classifier.classifyPrepared(rows).stream().map(each -> each.best().index()).toList();
      List<Integer> together =
          rows.parallelStream()
              .map(row -> classifier.classifyPrepared(List.of(row)).get(0).best().index())
              .toList();
      assertThat(together).isEqualTo(alone);
    }
  }

  @Test
  void whatOnnxRuntimeCannotDoIsRefused() {
    ClassifierOptions half = ClassifierOptions.defaults().with(Precision.BF16);
    assertThatThrownBy(() -> half.with(InferenceEngine.ONNX_RUNTIME))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected precision fp32 on the device cpu, found bf16 on cpu");
  }
}
