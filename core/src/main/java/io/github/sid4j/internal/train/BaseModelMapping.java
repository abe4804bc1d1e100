package io.github.sid4j.internal.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data as a model that is there already knows it: its classes keep their places, new ones come
 * behind them, and inputs are prepared as it learned to read them.
 */
public final class BaseModelMapping {
  private final Settings settings;

  public BaseModelMapping(Settings settings) {
    this.settings = settings;
  }

  /**
   * Those classes of a data set that the settings choose, in its order.
   *
   * @throws InputException if there is no such class
   */
  public Dataset chosen(Dataset all) {
    List<String> wanted = settings.get(DataSetting.CLASSES);
    for (String name : wanted) {
      if (!all.classNames().contains(name)) {
        throw InputException.ofSetting(
            "classes",
            "some of " + String.join(", ", all.classNames().stream().limit(20).toList()),
            name,
            "correct the name");
      }
    }
    return wanted.isEmpty()
        ? all
        : all.withClasses(all.classNames().stream().filter(wanted::contains).toList());
  }

  /**
   * The same data for a model.
   *
   * @param known what it knows; {@code null} if it is to learn everything again
   */
  public static Dataset as(@Nullable ModelDescription known, Dataset data) {
    if (known == null) {
      return data;
    }
    List<String> names = new ArrayList<>(known.classNames());
    data.classNames().stream().filter(name -> !names.contains(name)).forEach(names::add);
    Dataset placed = names.equals(data.classNames()) ? data : data.withClasses(names);
    return known.input() == null ? placed : placed.prepared(known.input());
  }

  /**
   * What the run knows before it is trained. A table is read as it was when the run began, also by
   * a version that would learn other categories from it.
   *
   * @return of the run itself, if it resumes, or of the one that it grows from; {@code null} if it
   *     learns how to read its data from that alone
   */
  public @Nullable ModelDescription known() throws IOException {
    Path base = settings.get(ReshapeSetting.BASE).orElse(null);
    boolean pretrained = settings.get(ReshapeSetting.PRETRAINED).isPresent();
    if (base == null && !isReadAsStored() && !pretrained) {
      return null;
    }
    Path out = settings.get(RunSetting.OUT).orElse(null);
    if (out != null && settings.get(RunSetting.RESUME)) {
      RunPaths own = new RunPaths(out);
      if (Files.exists(own.settings()) && Files.exists(own.model())) {
        return ModelDescription.read(own.model());
      }
    }
    return base == null ? null : StoredModel.open(base).description();
  }

  /**
   * Whether the encoding of the data is that of model.json where there is one: of tables, of texts
   * and of shards, so that they need not be read for it again.
   */
  boolean isReadAsStored() {
    return Set.of("csv", "text", "jsonl", "parquet", "webdataset")
        .contains(settings.get(DataSetting.DATASET));
  }

  /**
   * The parts with the share of the base's data that is to be learned again.
   *
   * @throws InputException if the base's data is not at hand
   */
  public Splits replaying(Splits data) throws IOException {
    double share = settings.get(DataSetting.REPLAY);
    if (share == 0) {
      return data;
    }
    Path base = settings.get(ReshapeSetting.BASE).orElseThrow();
    RunPaths paths = new RunPaths(base);
    // Where the base's data is no more, it may be in the new data, of which classes are chosen.
    Path moved =
        DataPlace.isThere(RunSettings.read(paths))
            ? null
            : settings.get(DataSetting.DATA).orElse(null);
    Splits old = StoredData.open(paths, moved).data();
    return data.with(old, share, settings.get(RunSetting.SEED));
  }
}
