package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Engine;
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

/** Finds the folder for a run, and holds a run that is resumed to what it was begun with. */
final class RunFolderResolver {
  private static final Path RUNS = Path.of("runs");

  private final Settings settings;
  private final Path out;
  private final boolean resume;

  RunFolderResolver(Settings settings) {
    this.settings = settings;
    this.out = settings.get(RunSetting.OUT).orElse(null);
    this.resume = settings.get(RunSetting.RESUME);
  }

  /**
   * Refuses what can be refused before data is fetched and loaded; changes nothing.
   *
   * @return the settings; of a run that is resumed its own, and its data, where nothing else was
   *     given
   */
  Settings check() throws IOException {
    if (out == null) {
      return settings.check();
    }
    if (!resume) {
      RunFolder.checkFree(out, settings.get(RunSetting.OVERWRITE));
      return settings.check();
    }
    RunFolder.checkResumable(out);
    RunPaths paths = new RunPaths(out);
    if (!Files.exists(paths.settings())) {
      return settings.check();
    }
    ResumedSettings resumed = ResumedSettings.read(paths);
    return DataPlace.resumed(resumed.with(settings), resumed.stored());
  }

  /** Whether there is no run to resume. */
  boolean isNew() {
    return out == null || !resume || !Files.exists(new RunPaths(out).settings());
  }

  /** Takes the folder for this process. */
  RunFolder take(Dataset data, String method) throws IOException {
    if (out == null) {
      return RunFolder.createIn(
          RUNS, data.name(), method, LocalDateTime.now(ZoneId.systemDefault()));
    }
    return resume
        ? RunFolder.resume(out)
        : RunFolder.create(out, settings.get(RunSetting.OVERWRITE));
  }

  /**
   * Writes what a run begins with, or makes sure that it is the same run that is resumed.
   *
   * @param parts of the data, to train on and to judge by
   * @param resolved the settings with all numbers, and the cuts of the cascade
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
    int threads = new TrainingComponents(resolved).threads();
    if (Files.exists(paths.settings())) {
      ResumedSettings resumed = ResumedSettings.read(paths);
      Settings stored = resumed.stored();
      // Runs from before cuts were kept have none.
      Settings now =
          stored.get(ModelSetting.CUTS).isEmpty()
              ? resolved.with(ModelSetting.CUTS, List.of())
              : resolved;
      resumed.checkSame(now);
      resumed.checkLength(now);
      Provenance before = RunJson.read(paths.provenance(), Provenance.class);
      DataHash.check(data, hash, before, DataPlace.of(resolved));
      if (!Files.exists(paths.model())) {
        // Runs from before there was one.
        RunJson.write(paths.model(), ModelDescription.of(stored, data, parts.train()));
      }
      boolean sameThreads = before.threads() == threads;
      if (!sameThreads) {
        warn.accept(otherThreads(before.threads(), threads, now));
      }
      // What a stage costs is not measured again, and other shares would give other bits.
      boolean shared =
          sameThreads
              && !before.stageThreads().isEmpty()
              && now.get(RunSetting.STAGE_THREADS).equals(stored.get(RunSetting.STAGE_THREADS));
      List<Integer> chosen = shared ? before.stageThreads() : stageThreads;
      if (sameThreads
          && !before.stageThreads().isEmpty()
          && !chosen.equals(before.stageThreads())) {
        warn.accept(
            "the run began with stage threads %s and resumes with %s; its numbers may differ a little"
                .formatted(before.stageThreads(), chosen));
      }
      return new RunChoices(
          PrecisionChoice.named(before.precision()), chosen, stored, resumed.kept(now));
    }
    String wanted = resolved.get(TrainingSetting.PRECISION);
    PrecisionChoice precision =
        wanted.equals("auto") ? measured.get() : PrecisionChoice.named(wanted);
    RunJson.write(
        paths.provenance(),
        Provenance.collect(
                resolved.get(RunSetting.SEED),
                threads,
                stageThreads,
                precision.precision().label(),
                data.name(),
                hash,
                noise(resolved, parts.train()),
                Engine.version(),
                Instant.now(),
                command)
            .withOrigin(new InitialWeights(resolved).origin()));
    RunJson.write(paths.model(), ModelDescription.of(resolved, data, parts.train()));
    // Last, because a folder with settings counts as one in which a run can resume.
    RunSettings.write(paths.settings(), resolved);
    return new RunChoices(precision, stageThreads, resolved, resolved);
  }

  private static String otherThreads(int before, int now, Settings settings) {
    boolean shares = settings.get(TrainingSetting.EXECUTION).equals("data-parallel");
    return "the run began with %s threads and resumes with %s; %s"
        .formatted(
            before,
            now,
            shares
                ? "batches are cut into other shares, so that its numbers differ, with batch norm"
                    + " or dropout by more than rounding"
                : "its numbers may differ a little");
  }

  private static NoiseProvenance noise(Settings settings, Examples train) {
    double rate = settings.get(DataSetting.LABEL_NOISE);
    return rate == 0
        ? null
        : new NoiseProvenance(
            settings.get(DataSetting.LABEL_NOISE_TYPE), rate, train.noisyLabels(), train.size());
  }
}
