package io.github.sid4j.reshape;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small runs on the digits to reshape, and what is in their files. */
final class TrainedRuns {
  private TrainedRuns() {}

  /** Settings of a small run; names and values by turns, which win. */
  static Settings settings(Path out, String... others) {
    return SmallRun.settings(
        Map.of(
            "modules", "4",
            "features", "24",
            "hidden", "48",
            "module-hidden", "24",
            "batch", "64"),
        out,
        others);
  }

  static Trained train(Path out, String... others) throws IOException {
    return Training.of(settings(out, others)).run();
  }

  static Map<String, StoredTensor> tensors(Path file) throws IOException {
    return Safetensors.read(file).tensors();
  }

  /** What a run makes of the first examples. */
  static List<Prediction> predictions(Path run, Examples examples, int count) throws IOException {
    try (Classifier classifier = Classifier.open(run)) {
      return classifier.classifyPrepared(
          IntStream.range(0, count).mapToObj(examples::values).toList());
    }
  }

  /** Everything in a folder, to see that nothing has changed. */
  static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
