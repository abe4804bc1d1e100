package io.github.sid4j.train;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.run.NoiseProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.DataHash;
import io.github.sid4j.internal.train.DataPlace;
import io.github.sid4j.internal.train.Exclusions;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the choices of a run once, and keeps a run that is resumed to what it began with. */
final class RunBeginning {
  private final RunParts parts;
  private final List<Integer> stageThreads;
  private final Supplier<PrecisionChoice> measured;
  private final @Nullable PhotoPreparation preparation;
  private final Consumer<String> warn;

  /**
   * Prepares a beginning.
   *
   * @param parts with the settings as resolved: all numbers, and the cuts of the cascade
   * @param stageThreads as the settings share them
   * @param measured finds the precision where the settings leave it open
   * @param preparation of photos for a pretrained network; null for the data's own numbers
   * @param warn gets lines for the user
   */
  RunBeginning(
      RunParts parts,
      List<Integer> stageThreads,
      Supplier<PrecisionChoice> measured,
      @Nullable PhotoPreparation preparation,
      Consumer<String> warn) {
    this.parts = parts;
    this.stageThreads = stageThreads;
    this.measured = measured;
    this.preparation = preparation;
    this.warn = warn;
  }

  /** What a training in memory begins with. */
  RunChoices inMemory() {
    return new RunChoices(precision(), stageThreads, parts.settings(), parts.settings());
  }

  /**
   * Writes what a run begins with, or makes sure that it is the same run that is resumed.
   *
   * @param command the words of the command line; null without one
   */
  RunChoices in(RunPaths paths, @Nullable List<String> command) throws IOException {
    return Files.exists(paths.settings()) ? resumed(paths) : begun(paths, command);
  }

  private PrecisionChoice precision() {
    String wanted = parts.settings().get(TrainingSetting.PRECISION);
    return wanted.equals("auto") ? measured.get() : PrecisionChoice.named(wanted);
  }

  private RunChoices begun(RunPaths paths, @Nullable List<String> command) throws IOException {
    Settings settings = parts.settings();
    PrecisionChoice precision = precision();
    RunJson.write(
        paths.provenance(),
        Provenance.collect(
                settings.get(RunSetting.SEED),
                parts.components().threads(),
                stageThreads,
                precision.precision().label(),
                parts.dataset().name(),
                parts.dataset().sha256(),
                noise(settings, parts.data().train()),
                Engine.version(),
                Instant.now(),
                command)
            .withExclusion(Exclusions.provenance(settings))
            .withOrigin(new InitialWeights(settings).origin())
            .withOwnParts(parts.components().own().names()));
    model(settings).write(paths);
    // Last, because a folder with settings counts as one that a run can be resumed in.
    RunSettings.write(paths.settings(), settings);
    return new RunChoices(precision, stageThreads, settings, settings);
  }

  private ModelDescription model(Settings settings) {
    return ModelDescription.of(settings, parts.dataset(), parts.inputs().train()).with(preparation);
  }

  private RunChoices resumed(RunPaths paths) throws IOException {
    ResumedSettings resumed = ResumedSettings.read(paths);
    Settings stored = resumed.stored();
    // Runs from before cuts were kept have none.
    Settings now =
        stored.get(ModelSetting.CUTS).isEmpty()
            ? parts.settings().with(ModelSetting.CUTS, List.of())
            : parts.settings();
    resumed.checkSame(now);
    resumed.checkLength(now);
    Provenance before = RunJson.read(paths.provenance(), Provenance.class);
    OwnPartsCheck.check(paths.folder(), before.ownParts(), parts.components().own().names());
    DataHash.check(
        parts.dataset(), parts.dataset().sha256(), before, DataPlace.of(parts.settings()));
    Exclusions.check(now, before);
    if (!Files.exists(paths.model())) {
      // Runs from before there was one.
      model(stored).write(paths);
    }
    return new RunChoices(
        PrecisionChoice.named(before.precision()),
        stageThreads(before, now, stored),
        stored,
        resumed.kept(now));
  }

  /** What a stage costs is not measured again, and other shares would give other bits. */
  private List<Integer> stageThreads(Provenance before, Settings now, Settings stored) {
    int threads = parts.components().threads();
    boolean sameThreads = before.threads() == threads;
    if (!sameThreads) {
      warn.accept(otherThreads(before.threads(), threads, now));
    }
    boolean known = sameThreads && !before.stageThreads().isEmpty();
    boolean shared =
        known && now.get(RunSetting.STAGE_THREADS).equals(stored.get(RunSetting.STAGE_THREADS));
    List<Integer> chosen = shared ? before.stageThreads() : stageThreads;
    if (known && !chosen.equals(before.stageThreads())) {
      warn.accept(
          "the run began with stage threads %s and resumes with %s; its numbers may differ a little"
              .formatted(before.stageThreads(), chosen));
    }
    return chosen;
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

  private static @Nullable NoiseProvenance noise(Settings settings, Examples train) {
    double rate = settings.get(DataSetting.LABEL_NOISE);
    return rate == 0
        ? null
        : new NoiseProvenance(
            settings.get(DataSetting.LABEL_NOISE_TYPE), rate, train.noisyLabels(), train.size());
  }
}
