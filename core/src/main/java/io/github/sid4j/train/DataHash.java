package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.run.Provenance;

/** Makes sure that a run goes on, or is measured, with the data that it began with. */
final class DataHash {
  private DataHash() {}

  static void check(Dataset dataset, String sha256, Provenance of) {
    if (!of.datasetSha256().equals(sha256)) {
      throw new InputException(
          "data set " + dataset.name(),
          "the data of the run, SHA-256 " + of.datasetSha256(),
          sha256,
          "put back the data that the run was started with");
    }
  }
}
