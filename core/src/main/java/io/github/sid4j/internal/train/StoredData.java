package io.github.sid4j.internal.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The data of a run, opened again.
 *
 * @param settings of the run
 * @param provenance of the run
 * @param dataset with the classes that the run knows
 * @param data its parts, prepared as they were for the run; without what it learned again of others
 */
public record StoredData(Settings settings, Provenance provenance, Dataset dataset, Splits data) {
  /**
   * Opens it.
   *
   * @param paths of the run
   * @return the same samples in the same parts
   * @throws io.github.sid4j.error.InputException if there is no such run, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static StoredData open(RunPaths paths) throws IOException {
    return open(paths, null);
  }

  /**
   * Opens data that may have moved.
   *
   * @param paths of the run
   * @param moved where the data is now; {@code null} if it is where the run read it
   * @return the same samples in the same parts
   * @throws io.github.sid4j.error.InputException if there is no such run, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static StoredData open(RunPaths paths, @Nullable Path moved) throws IOException {
    return open(opening(paths.folder(), moved));
  }

  /**
   * How to open a run whose data may have moved.
   *
   * @param moved where it is now; {@code null} for where the run read it
   */
  public static RunOpening opening(Path folder, @Nullable Path moved) {
    RunOpening opening = RunOpening.of(folder);
    return moved == null ? opening : opening.movedData(moved);
  }

  /**
   * Opens the data of a run.
   *
   * @param run with its own data where it had some
   * @return the same samples in the same parts
   * @throws io.github.sid4j.error.InputException if there is no such run, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static StoredData open(RunOpening run) throws IOException {
    RunPaths paths = new RunPaths(run.folder());
    Settings stored = RunSettings.read(paths);
    Settings settings =
        run.data().isPresent()
            ? stored
            : DataPlace.found(stored, run.folder(), run.movedData().orElse(null));
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    BaseModelMapping knowing = new BaseModelMapping(settings);
    // A model that began with another's weights reads as that one did, whatever its own data says.
    boolean asStored =
        (provenance.origin() != null && provenance.origin().isModel())
            || (knowing.isReadAsStored() && Files.exists(paths.model()));
    ModelDescription known = asStored ? ModelDescription.read(paths.model()) : null;
    Dataset opened =
        run.data().isPresent()
            ? run.data().get()
            : new DataSource(settings).open(ProgressListener.NONE);
    Dataset dataset = BaseModelMapping.as(known, knowing.chosen(opened));
    // A part of the data gives another hash than the whole, so that notes need no showing here.
    DataHash.check(dataset, dataset.sha256(), provenance, DataPlace.of(settings));
    Exclusions.check(settings, provenance);
    return new StoredData(
        settings, provenance, dataset, new TrainingComponents(settings).split(dataset));
  }
}
