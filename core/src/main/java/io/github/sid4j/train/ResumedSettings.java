package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.Remedies;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** The settings of a run that is resumed: its own, but for what may change and was given again. */
final class ResumedSettings {
  /** What is said of one session and not of the run. */
  private static final Set<Setting<?>> OF_ONE_SESSION =
      Set.of(
          RunSetting.PROCESSES,
          RunSetting.RANK_STAGES,
          RunSetting.MAX_RESTARTS,
          RunSetting.PEER_TIMEOUT,
          RunSetting.OUT,
          RunSetting.RESUME,
          RunSetting.OVERWRITE,
          RunSetting.QUIET);

  private final RunPaths paths;
  private final Settings stored;

  private ResumedSettings(RunPaths paths, Settings stored) {
    this.paths = paths;
    this.stored = stored;
  }

  static ResumedSettings read(RunPaths paths) throws IOException {
    return new ResumedSettings(paths, RunSettings.read(paths));
  }

  /** The settings in the run's folder. */
  Settings stored() {
    return stored;
  }

  /**
   * What was given over what is stored.
   *
   * @throws InputException if something was given that must stay as it is, or fewer epochs than the
   *     run has done
   */
  Settings with(Settings given) throws IOException {
    Settings merged = given.over(stored);
    for (Setting<?> setting : OF_ONE_SESSION) {
      merged = copy(setting, given, merged);
    }
    if (given.get(ModelSetting.CUTS).isEmpty()) {
      merged = copy(ModelSetting.CUTS, stored, merged);
    }
    for (Setting<Integer> open : List.of(TrainingSetting.BATCH, TrainingSetting.EPOCHS)) {
      if (merged.get(open) == Setting.AUTO) {
        merged = copy(open, stored, merged);
      }
    }
    merged = withPrecision(merged);
    checkSame(merged);
    merged.check();
    checkLength(merged);
    return merged;
  }

  /** The precision may be left open, or be named as what the run computes in. */
  private Settings withPrecision(Settings merged) throws IOException {
    String wanted = merged.get(TrainingSetting.PRECISION);
    boolean named =
        stored.get(TrainingSetting.PRECISION).equals("auto")
            && Files.exists(paths.provenance())
            && RunJson.read(paths.provenance(), Provenance.class).precision().equals(wanted);
    return wanted.equals("auto") || named
        ? copy(TrainingSetting.PRECISION, stored, merged)
        : merged;
  }

  /**
   * Makes sure that settings make the same run.
   *
   * @throws InputException naming what differs, and the shortest command that resumes the run
   */
  void checkSame(Settings now) {
    List<String> differences = now.conflicts(stored);
    if (!differences.isEmpty()) {
      throw new InputException(
          paths.folder().toString(),
          "the settings of the run in it",
          String.join(", ", differences),
          "train with " + words() + " to resume it, or choose another folder");
    }
  }

  /** The fewest settings that resume the run. */
  private String words() {
    return Remedies.set(RunSetting.RESUME, true)
        + " "
        + Remedies.set(RunSetting.OUT, paths.folder());
  }

  /** Makes sure that the run has not done more epochs than it is to have. */
  void checkLength(Settings now) throws IOException {
    int epochs = now.get(TrainingSetting.EPOCHS);
    if (epochs < stored.get(TrainingSetting.EPOCHS)) {
      int done = new MetricsLog(paths.metrics()).readSoFar().size();
      if (Files.exists(paths.result())) {
        done = Math.max(done, RunJson.read(paths.result(), RunResult.class).epochs());
      }
      new RunLength(epochs, 1).checkDone(done);
    }
  }

  /** What the folder is to say from now on. */
  Settings kept(Settings now) {
    Settings kept = stored;
    for (Setting<?> setting : SettingTable.all()) {
      if (setting.mayChange() && !OF_ONE_SESSION.contains(setting)) {
        kept = copy(setting, now, kept);
      }
    }
    return kept;
  }

  private static Settings copy(Setting<?> setting, Settings from, Settings into) {
    return into.with(new Assignment(setting.name(), from.text(setting), setting.name()));
  }
}
