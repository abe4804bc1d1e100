package io.github.sid4j.cli;

import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.train.RunOpening;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the data of a run is, for commands that read it again. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Where the run's data is now. Default: where the run read it.")
  private Path moved;

  /** How a run is opened whose data may have moved. */
  RunOpening opening(Path run) {
    return StoredData.opening(run, moved);
  }

  /** {@code null} if the data is where the run read it. */
  Path moved() {
    return moved;
  }
}
