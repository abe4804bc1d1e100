package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir private static Path temp;

  private static Trained digits;

  private final Captured captured = new Captured(false, false);

  @BeforeAll
  static void train() throws IOException {
    digits =
        Training.of(
                Settings.parse(
                    Map.of(
                        "modules", "2",
                        "features", "24",
                        "hidden", "48",
                        "module-hidden", "24",
                        "epochs", "1",
                        "threads", "1",
                        "precision", "bf16",
                        "out", temp.resolve("run").toString())))
            .run();
  }

  private int run(String... words) {
    String[] args = Stream.concat(Stream.of("export"), Stream.of(words)).toArray(String[]::new);
    return Main.run(args, captured.terminal(), (s, l, stop) -> null, RunEvaluation::of);
  }

  @Test
  void theGraphClassifiesTheLevelsOfAnImageFileAsTheRunDoes() throws IOException, OrtException {
    Path onnx = temp.resolve("a.onnx");
    String run = digits.folder().orElseThrow().toString();
    assertThat(run(run, "--onnx", onnx.toString())).isZero();
    assertThat(captured.out())
        .matches(
            "onnx \\S+a\\.onnx: 0\\.0 MB, beliefs of 2 modules, within \\d\\.\\de-\\d\\d of ONNX Runtime\\s*");
    Path picture = temp.resolve("one.png");
    Files.write(picture, digits.data().test().png(3).orElseThrow());
    byte[] levels = ImageFile.read(picture).grey();
    float[] input = new float[levels.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = levels[i] & 0xFF;
    }
    try (Classifier classifier = Classifier.open(digits.folder().orElseThrow());
        OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx.toString());
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), new long[] {1, 1, 8, 8});
        OrtSession.Result result = session.run(Map.of("input", tensor))) {
      Prediction prediction = classifier.classify(picture);
      float[] belief = ((float[][]) result.get("belief").orElseThrow().getValue())[0];
      // The run computed in bfloat16, the graph in single precision.
      assertThat(belief).containsExactly(prediction.belief(2), Offset.offset(0.02f));
      assertThat(session.getMetadata().getCustomMetadata())
          .containsEntry(
              "class_names", "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]")
          .containsEntry("method", "sid")
          .containsEntry("network", "mlp")
          .containsEntry("dataset", "digits")
          .containsKey("model");
    }
  }

  @Test
  void theWeightsAreThoseThatWereAskedFor() throws IOException {
    Path file = temp.resolve("last.safetensors");
    assertThat(
            run(
                digits.folder().orElseThrow().toString(),
                "--safetensors",
                file.toString(),
                "--weights",
                "last"))
        .isZero();
    assertThat(Safetensors.read(file).tensors().get("belief_modules.1.fc2.bias"))
        .isEqualTo(
            Safetensors.read(digits.folder().orElseThrow().resolve("weights.safetensors"))
                .tensors()
                .get("module2.fc2.bias"));
  }

  @Test
  void aFileThatIsThereIsOnlyReplacedOnRequest() throws IOException {
    Path file = Files.writeString(temp.resolve("there.onnx"), "mine");
    String run = digits.folder().orElseThrow().toString();
    assertThat(run(run, "--onnx", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("give --overwrite to replace it");
    assertThat(file).hasContent("mine");
    assertThat(run(run, "--onnx", file.toString(), "--overwrite")).isZero();
    assertThat(Files.size(file)).isGreaterThan(10_000);
  }

  @Test
  void nothingToWriteIsAWrongCommandLine() {
    assertThat(run(digits.folder().orElseThrow().toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("--onnx");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    String file = temp.resolve("none/a.onnx").toString();
    assertThat(run(digits.folder().orElseThrow().toString(), "--onnx", file))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("make the folder first");
  }
}
