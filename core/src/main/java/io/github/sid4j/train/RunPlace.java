package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.engine.Engine;
import io.github.sid4j.error.InputException;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunFolder;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds the folder for a run, and holds a run that goes on to what it was begun with. */
final class RunPlace {
  private static final Path RUNS = Path.of("runs");

  private final Settings settings;
  private final Path out;
  private final boolean resume;

  RunPlace(Settings settings) {
    this.settings = settings;
    this.out = settings.get(RunSetting.OUT).orElse(null);
    this.resume = settings.get(RunSetting.RESUME);
  }

  /** Refuses what can be refused before data is fetched and loaded; changes nothing. */
  void check() throws IOException {
    if (out == null) {
      return;
    }
    if (!resume) {
      RunFolder.checkFree(out, settings.get(RunSetting.OVERWRITE));
      return;
    }
    RunFolder.checkResumable(out);
    if (Files.exists(new RunPaths(out).settings())) {
      checkSettings();
    }
  }

  /** Takes the folder for this process. */
  RunFolder take(Dataset data) throws IOException {
    if (out == null) {
      return RunFolder.createIn(
          RUNS,
          data.name(),
          settings.get(ModelSetting.METHOD),
          LocalDateTime.now(ZoneId.systemDefault()));
    }
    return resume
        ? RunFolder.resume(out)
        : RunFolder.create(out, settings.get(RunSetting.OVERWRITE));
  }

  /**
   * Writes what a run begins with, or makes sure that it is the same run that goes on.
   *
   * @param measured finds the precision where the settings leave it open
   * @return the precision of the run, which is found only once
   */
  PrecisionChoice begin(
      RunPaths paths,
      Dataset data,
      Supplier<PrecisionChoice> measured,
      List<String> command,
      Consumer<String> warn)
      throws IOException {
    String hash = data.sha256();
    int threads = new Recipe(settings).threads();
    if (Files.exists(paths.settings())) {
      checkSettings();
      Provenance before = RunJson.read(paths.provenance(), Provenance.class);
      DataHash.check(data, hash, before);
      if (before.threads() != threads) {
        warn.accept(
            "the run was begun with %d threads and goes on with %d; its numbers may differ a little"
                .formatted(before.threads(), threads));
      }
      return PrecisionChoice.named(before.precision());
    }
    String wanted = settings.get(TrainingSetting.PRECISION);
    PrecisionChoice precision =
        wanted.equals("auto") ? measured.get() : PrecisionChoice.named(wanted);
    RunJson.write(
        paths.provenance(),
        Provenance.collect(
            settings.get(RunSetting.SEED),
            threads,
            precision.precision().label(),
            data.name(),
            hash,
            Engine.version(),
            Instant.now(),
            command));
    // Last, because a folder with settings counts as one that a run can go on in.
    RunSettings.write(paths.settings(), settings);
    return precision;
  }

  private void checkSettings() throws IOException {
    List<String> differences = settings.differences(RunSettings.read(new RunPaths(out)));
    if (!differences.isEmpty()) {
      throw new InputException(
          out.toString(),
          "the settings of the run in it",
          String.join(", ", differences),
          "resume with the settings it was started with, or choose another --out");
    }
  }
}
