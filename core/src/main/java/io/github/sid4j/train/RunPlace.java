package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Engine;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.ModelDescription;
import io.github.sid4j.model.RunSettings;
import io.github.sid4j.run.NoiseProvenance;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunFolder;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.settings.DataSetting;
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

  /**
   * Refuses what can be refused before data is fetched and loaded; changes nothing.
   *
   * @return the settings, with the cuts of the run that goes on where they leave them open
   */
  Settings check() throws IOException {
    if (out == null) {
      return settings;
    }
    if (!resume) {
      RunFolder.checkFree(out, settings.get(RunSetting.OVERWRITE));
      return settings;
    }
    RunFolder.checkResumable(out);
    RunPaths paths = new RunPaths(out);
    if (!Files.exists(paths.settings())) {
      return settings;
    }
    Settings stored = RunSettings.read(paths);
    Settings cut =
        settings.get(ModelSetting.CUTS).isEmpty()
            ? settings.with(ModelSetting.CUTS, stored.get(ModelSetting.CUTS))
            : settings;
    checkSame(cut, stored);
    return cut;
  }

  /** Whether no run is there that goes on. */
  boolean isNew() {
    return out == null || !resume || !Files.exists(new RunPaths(out).settings());
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
   * @param parts of the data, to train on and to judge by
   * @param resolved the settings with the cuts of the cascade
   * @param stageThreads as the settings share them
   * @param measured finds the precision where the settings leave it open
   * @return what is found only once
   */
  RunChoices begin(
      RunPaths paths,
      Dataset data,
      Splits parts,
      Settings resolved,
      List<Integer> stageThreads,
      Supplier<PrecisionChoice> measured,
      List<String> command,
      Consumer<String> warn)
      throws IOException {
    String hash = data.sha256();
    int threads = new Recipe(settings).threads();
    if (Files.exists(paths.settings())) {
      Settings stored = RunSettings.read(paths);
      // Runs from before cuts were kept have none.
      checkSame(stored.get(ModelSetting.CUTS).isEmpty() ? settings : resolved, stored);
      Provenance before = RunJson.read(paths.provenance(), Provenance.class);
      DataHash.check(data, hash, before);
      if (!Files.exists(paths.model())) {
        // Runs from before there was one.
        RunJson.write(paths.model(), ModelDescription.of(stored, data, parts.train()));
      }
      if (before.threads() != threads) {
        warn.accept(
            "the run was begun with %s threads and goes on with %s; its numbers may differ a little"
                .formatted(before.threads(), threads));
      }
      // What a stage costs is not measured again, and other shares would give other bits.
      boolean shared = before.threads() == threads && !before.stageThreads().isEmpty();
      return new RunChoices(
          PrecisionChoice.named(before.precision()), shared ? before.stageThreads() : stageThreads);
    }
    String wanted = settings.get(TrainingSetting.PRECISION);
    PrecisionChoice precision =
        wanted.equals("auto") ? measured.get() : PrecisionChoice.named(wanted);
    RunJson.write(
        paths.provenance(),
        Provenance.collect(
                settings.get(RunSetting.SEED),
                threads,
                stageThreads,
                precision.precision().label(),
                data.name(),
                hash,
                noise(parts.train()),
                Engine.version(),
                Instant.now(),
                command)
            .withOrigin(new FirstWeights(settings).origin()));
    RunJson.write(paths.model(), ModelDescription.of(resolved, data, parts.train()));
    // Last, because a folder with settings counts as one that a run can go on in.
    RunSettings.write(paths.settings(), resolved);
    return new RunChoices(precision, stageThreads);
  }

  private NoiseProvenance noise(Examples train) {
    double rate = settings.get(DataSetting.LABEL_NOISE);
    return rate == 0
        ? null
        : new NoiseProvenance(
            settings.get(DataSetting.LABEL_NOISE_TYPE), rate, train.wrongLabels(), train.size());
  }

  private void checkSame(Settings now, Settings stored) {
    List<String> differences = now.differences(stored);
    if (!differences.isEmpty()) {
      throw new InputException(
          out.toString(),
          "the settings of the run in it",
          String.join(", ", differences),
          "resume with the settings it was started with, or choose another --out");
    }
  }
}
