package io.github.sid4j.internal.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.Provenance;
import java.nio.file.Path;
import java.util.Optional;

/** Makes sure that a run is resumed, or measured, with the data that it began with. */
public final class DataHash {
  private DataHash() {}

  /**
   * Compares.
   *
   * @param of the run
   * @param place where the data was read from; empty if it was not read from files
   */
  public static void check(Dataset dataset, String sha256, Provenance of, Optional<Path> place) {
    if (!of.datasetSha256().equals(sha256)) {
      throw new InputException(
          "data set " + dataset.name() + place.map(path -> " in " + path).orElse(""),
          "the data of the run, SHA-256 " + of.datasetSha256(),
          "other data, " + sha256,
          "put back the data that the run was started with"
              + (place.isPresent() ? ", or name it by data=PATH" : ""));
    }
  }
}
