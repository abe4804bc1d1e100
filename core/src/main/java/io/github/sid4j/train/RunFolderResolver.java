package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.DataPlace;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the folder for a run, and holds a run that is resumed to what it was begun with. */
final class RunFolderResolver {
  private final Settings settings;
  private final @Nullable Path out;
  private final @Nullable Path parent;
  private final boolean resume;

  /**
   * Prepares to find the folder.
   *
   * @param parent of a new folder where the settings name none; null if a run without a folder is
   *     kept in memory
   */
  RunFolderResolver(Settings settings, @Nullable Path parent) {
    this.settings = settings;
    this.parent = parent;
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
    if (isInMemory()) {
      checkNeedsNoFolder();
    } else {
      RunListeners.installed().check(settings);
    }
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

  /** Whether the run has no folder. */
  boolean isInMemory() {
    return out == null && parent == null;
  }

  /** Refuses settings that make sense with a folder only. */
  private void checkNeedsNoFolder() {
    for (Setting<Boolean> setting :
        List.of(RunSetting.RESUME, RunSetting.OVERWRITE, RunSetting.TENSORBOARD)) {
      if (settings.get(setting)) {
        throw InputException.ofSetting(
            setting.name(),
            "a run folder",
            "a training in memory",
            "set out to the folder of the run, or leave %s out".formatted(setting.name()));
      }
    }
  }

  /** Whether no run is there that is resumed. */
  boolean isNew() {
    return out == null || !resume || !Files.exists(new RunPaths(out).settings());
  }

  /** Takes the folder for this process. */
  RunFolder take(Dataset data, String method) throws IOException {
    if (out == null) {
      // Without either there is no folder to take.
      return RunFolder.createIn(
          Objects.requireNonNull(parent),
          data.name(),
          method,
          LocalDateTime.now(ZoneId.systemDefault()));
    }
    return resume
        ? RunFolder.resume(out)
        : RunFolder.create(out, settings.get(RunSetting.OVERWRITE));
  }
}
