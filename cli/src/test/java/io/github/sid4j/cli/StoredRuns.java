package io.github.sid4j.cli;

import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Folders of runs that nobody trained. */
final class StoredRuns {
  private StoredRuns() {}

  /** One with a finished epoch and no result. */
  static Path stopped(Path folder, String started) throws IOException {
    try (RunFolder run = RunFolder.create(folder, false)) {
      RunPaths paths = run.paths();
      RunJson.write(
          paths.provenance(),
          Provenance.collect(
              1, 1, List.of(), "fp32", "digits", "0", null, "2", Instant.parse(started), null));
      new MetricsLog(paths.metrics()).append(Runs.epoch(1, 2));
      Files.writeString(paths.weights(), "w");
      Files.writeString(paths.best(), "b");
      Files.writeString(paths.settings(), Settings.defaults().toYaml());
    }
    return folder;
  }

  static Path finished(Path folder, String started) throws IOException {
    stopped(folder, started);
    RunJson.write(new RunPaths(folder).result(), Runs.result());
    return folder;
  }
}
