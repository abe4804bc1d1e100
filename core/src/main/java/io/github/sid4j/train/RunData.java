package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.fetch.ProgressListener;
import io.github.sid4j.model.RunSettings;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.settings.Settings;
import java.io.IOException;

/**
 * The data of a run, opened again and cut into the parts that it had.
 *
 * @param dataset as loaded
 * @param splits its parts, prepared
 */
public record RunData(Dataset dataset, Splits splits) {
  /**
   * Opens the data that the settings of a run name.
   *
   * @param paths of the run
   * @return the same samples in the same parts
   * @throws InputException if there is no such data, or it is not what it was
   * @throws IOException if a file cannot be read
   */
  public static RunData of(RunPaths paths) throws IOException {
    Settings settings = RunSettings.read(paths);
    Dataset dataset = new DataSource(settings).open(ProgressListener.NONE);
    // A part of the data gives another hash than the whole, so that notes need no showing here.
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    DataHash.check(dataset, dataset.sha256(), provenance);
    return new RunData(dataset, new Recipe(settings).split(dataset));
  }
}
