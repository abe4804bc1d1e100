package io.github.sid4j.internal.report;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunFormat;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the folders of runs, finished or not. */
final class RunReader {
  private RunReader() {}

  /**
   * What an entry's folder holds.
   *
   * @throws InputException when it is no run's or is damaged
   */
  static ReportedRun read(int number, Entry entry) throws IOException {
    if (entry.noResult().isPresent() || entry.run().isEmpty()) {
      return ReportedRun.absent(number, entry);
    }
    Path folder = entry.run().get();
    Settings settings = settings(folder);
    RunPaths paths = new RunPaths(folder);
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    List<EpochMetrics> epochs = new MetricsLog(paths.metrics()).readSoFar();
    // One of another length is that of a run which has been extended and is not over yet.
    Optional<RunResult> result =
        Files.exists(paths.result())
            ? Optional.of(RunJson.read(paths.result(), RunResult.class))
                .filter(read -> read.epochs() == settings.get(TrainingSetting.EPOCHS))
            : Optional.empty();
    Optional<ExampleBeliefs> beliefs =
        Files.exists(paths.beliefs())
            ? Optional.of(RunJson.read(paths.beliefs(), ExampleBeliefs.class))
            : Optional.empty();
    Optional<TestGallery> gallery =
        Files.exists(paths.gallery())
            ? Optional.of(RunJson.read(paths.gallery(), TestGallery.class))
            : Optional.empty();
    ReportedRun.State state = state(folder, result);
    return new ReportedRun(
        number,
        entry,
        state,
        remark(state, epochs.size(), settings.get(TrainingSetting.EPOCHS)),
        Optional.of(settings),
        Optional.of(provenance),
        epochs,
        result,
        beliefs,
        gallery,
        Files.exists(paths.probe())
            ? Optional.of(RunJson.read(paths.probe(), ProbeResult.class))
            : Optional.empty());
  }

  /** The settings of the run in a folder, which make it one. */
  static Settings settings(Path folder) throws IOException {
    Path file = new RunPaths(folder).settings();
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          folder.toString(),
          "the folder of a run",
          Files.exists(folder) ? "no " + file.getFileName() + " in it" : "nothing there",
          "name the folder of a run");
    }
    RunFormat.check(new RunPaths(folder));
    return Settings.read(file);
  }

  private static ReportedRun.State state(Path folder, Optional<RunResult> result)
      throws IOException {
    if (result.isPresent()) {
      return ReportedRun.State.FINISHED;
    }
    return RunFolder.isWritten(folder) ? ReportedRun.State.RUNNING : ReportedRun.State.STOPPED;
  }

  private static String remark(ReportedRun.State state, int done, int epochs) {
    return switch (state) {
      case RUNNING -> "still going: %s of %s epochs done".formatted(done, epochs);
      case STOPPED -> "stopped after %s of %s epochs; it can be resumed".formatted(done, epochs);
      default -> "";
    };
  }
}
