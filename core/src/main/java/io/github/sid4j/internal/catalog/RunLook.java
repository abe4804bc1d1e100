package io.github.sid4j.internal.catalog;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunFormat;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.RunSize;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at one run, which may be damaged, a stranger's, or written at this moment. */
final class RunLook {
  private final Path folder;
  private final RunPaths paths;
  private @Nullable Settings settings;
  private @Nullable RunResult result;
  private List<EpochMetrics> epochs = List.of();
  private @Nullable String network;
  private boolean running;
  private @Nullable String problem;

  /** The part of {@code model.json} that is wanted here. */
  record Model(String network) {}

  private RunLook(Path folder) {
    this.folder = folder;
    this.paths = new RunPaths(folder);
  }

  static RunSummary at(Path folder) throws IOException {
    RunLook look = new RunLook(folder);
    try {
      look.read();
    } catch (InputException | IOException e) {
      look.problem = Objects.toString(e.getMessage(), e.getClass().getSimpleName());
    }
    return look.summary();
  }

  private void read() throws IOException {
    running = RunFolder.isWritten(folder);
    if (!Files.exists(paths.settings())) {
      if (!running && !RunFolder.isFree(folder)) {
        problem = "it has lost its " + paths.settings().getFileName();
      }
      return;
    }
    RunFormat.check(paths);
    settings = Settings.read(paths.settings());
    if (Files.exists(paths.model())) {
      network = RunJson.read(paths.model(), Model.class).network();
    }
    if (Files.exists(paths.result())) {
      result = RunJson.read(paths.result(), RunResult.class);
      for (Path needed : List.of(paths.best(), paths.weights())) {
        if (!Files.exists(needed)) {
          problem = "it has lost its " + needed.getFileName();
        }
      }
    } else {
      epochs = new MetricsLog(paths.metrics()).readSoFar();
    }
  }

  private RunSummary summary() throws IOException {
    RunSize size = RunSize.of(folder);
    // One that has not got so far was at work when its folder changed last.
    Instant started = RunList.started(folder).orElse(Files.getLastModifiedTime(folder).toInstant());
    return new RunSummary(
        folder.toString(),
        state(),
        settings == null ? null : settings.get(DataSetting.DATASET),
        settings == null ? null : settings.get(ModelSetting.METHOD),
        network != null || settings == null ? network : settings.get(ModelSetting.NETWORK),
        result == null ? epochs.size() : result.trainedEpochs(),
        settings == null ? null : settings.get(TrainingSetting.EPOCHS),
        result == null ? best() : result.validationAccuracy().best(),
        result == null ? null : result.testAccuracy().best(),
        size.bytes(),
        size.checkpointBytes(),
        started.toString(),
        problem);
  }

  private String state() {
    if (running) {
      return "running";
    }
    return problem != null ? "damaged" : result != null ? "finished" : "stopped";
  }

  private @Nullable Double best() {
    return epochs.stream()
        .map(EpochMetrics::validationAccuracy)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }
}
