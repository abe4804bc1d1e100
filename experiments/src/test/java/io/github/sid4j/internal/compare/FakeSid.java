package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Behaves as {@code sid train} does towards a comparison, without training: its learning rate
 * determines its result.
 */
final class FakeSid {
  /** With this it fails, unless the folder has a file named mended beside the cells. */
  static final double FAILS = 13;

  /** With this it only stops on request, unless it is the second time. */
  static final double WAITS = 17;

  /** With this it refuses its data. */
  static final double REFUSES = 19;

  private FakeSid() {}

  public static void main(String[] words) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String word : words) {
      if (word.contains("=")) {
        String[] parts = word.substring(2).split("=", 2);
        texts.put(parts[0], parts[1]);
      }
    }
    Settings settings = Settings.parse(texts);
    RunPaths paths = new RunPaths(settings.get(RunSetting.OUT).orElseThrow());
    double rate = settings.get(TrainingSetting.LR);
    System.out.println("epoch 1: something that is no reason");
    if (rate == REFUSES) {
      System.err.println("sid: data/train: expected a file, found none; give the folder");
      System.exit(2);
    }
    Files.createDirectories(paths.folder());
    boolean again = Files.exists(paths.settings());
    Files.writeString(paths.settings(), settings.toYaml());
    Files.writeString(
        paths.folder().resolveSibling("starts.txt"),
        paths.folder().getFileName() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (rate == FAILS && !Files.exists(paths.folder().resolveSibling("mended"))) {
      System.err.println("sid: the run failed: module 1 has loss NaN (details in x.txt)");
      System.exit(1);
    }
    if (rate == WAITS && !again) {
      System.in.readAllBytes();
      System.exit(130);
    }
    RunJson.write(paths.result(), result(settings, rate));
  }

  /** Among rates below 1 the lowest is best in validation, and the highest in the test. */
  private static RunResult result(Settings settings, double rate) {
    double validation = rate < 1 ? 1 - rate : 0.5;
    double test = rate < 1 ? rate : 0.5 + settings.get(RunSetting.SEED) / 10.0;
    return new RunResult(
        "sid",
        "digits",
        settings.get(RunSetting.SEED),
        10,
        settings.get(TrainingSetting.EPOCHS),
        1,
        new Accuracies(validation, validation),
        new Accuracies(test, test),
        List.of(),
        100,
        1 << 20,
        0.5,
        "test",
        null,
        null);
  }

  /** Which cells were started, in order, those of both calls. */
  static List<String> starts(Path out) throws IOException {
    Path file = out.resolve("cells").resolve("starts.txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
