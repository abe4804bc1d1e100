package io.github.sid4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Writers;
import io.github.sid4j.model.Weights;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example as its reader would: as a process of its own, in a folder of his. */
class ExamplesTest {
  private static final Pattern ACCURACY = Pattern.compile("test accuracy (\\d\\.\\d{4})");

  @TempDir private Path folder;
  @TempDir private Path logs;

  @Test
  void digitsAreLearnedAndClassified() throws IOException, InterruptedException {
    String output = run(TrainDigits.class);
    assertThat(output.lines().filter(line -> line.matches("a \\d, taken for a \\d"))).hasSize(5);
    assertThat(accuracy(output)).isGreaterThan(0.9);
    assertThat(output).contains("taken for a ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void partsOfOnesOwnAreTrained() throws IOException, InterruptedException {
    String output = run(OwnParts.class);
    assertThat(output)
        .contains("epoch 1: validation accuracy", "epoch 15: validation accuracy", "\ninner\n");
    assertThat(accuracy(output)).isGreaterThan(0.9);
  }

  @Test
  void aNetworkOfOnesOwnIsCutAndTrained() throws IOException, InterruptedException {
    String output = run(OwnBackbone.class);
    assertThat(output)
        .contains("at places: [[conv, bn, relu], [res1, res2], [res3, res4]]")
        .containsPattern("by time: \\[\\[conv, .*res4\\]\\]");
    assertThat(accuracy(output)).isGreaterThan(0.9);
    assertThat(output).containsPattern("the run is cut before \\[\\d, \\d\\]");
  }

  @Test
  void anExportedModelBelievesInDjlWhatItsRunBelieves() throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "modules", "2",
            "epochs", "1",
            "threads", "1",
            "precision", "fp32",
            "out", folder.resolve("run").toString());
    Trained trained = Training.of(Settings.parse(settings)).run();
    Path onnx = folder.resolve("model.onnx");
    try (RunExport export = RunExport.open(trained.folder().orElseThrow(), Weights.BEST)) {
      export.onnx(onnx, Writers.standard());
    }
    Path picture = folder.resolve("digit.png");
    Files.write(picture, trained.data().test().png(0).orElseThrow());
    String output = run(OnnxInDjl.class, onnx.toString(), picture.toString());
    try (Classifier classifier = Classifier.open(trained.folder().orElseThrow())) {
      Prediction expected = classifier.classify(picture);
      assertThat(output.lines())
          .containsExactly(line(1, expected.top(1, 1)), line(2, expected.top(2, 1)));
    }
  }

  private static String line(int depth, List<Prediction.Ranked> best) {
    return String.format(
        Locale.ROOT,
        "module %d: class %d, %.1f %%",
        depth,
        best.get(0).index(),
        100 * best.get(0).probability());
  }

  private String run(Class<?> example, String... args) throws IOException, InterruptedException {
    Path errors = logs.resolve("errors.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                example.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output;
  }

  private static double accuracy(String output) {
    Matcher accuracy = ACCURACY.matcher(output);
    assertThat(accuracy.find()).as(output).isTrue();
    return Double.parseDouble(accuracy.group(1));
  }
}
