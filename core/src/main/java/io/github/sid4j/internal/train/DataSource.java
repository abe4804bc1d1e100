package io.github.sid4j.internal.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ShardSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Opens the data set that settings name, and fetches it first where that is asked for. */
public final class DataSource {
  private final Settings settings;

  public DataSource(Settings settings) {
    this.settings = settings;
  }

  public Dataset open(ProgressListener progress) throws IOException {
    String name = settings.get(DataSetting.DATASET);
    Path folder = DataPlace.of(settings).orElse(null);
    if (DatasetInfo.isDownloadable(name) && settings.get(DataSetting.DOWNLOAD)) {
      Datasets.fetch(name, Objects.requireNonNull(folder), progress);
    }
    return Datasets.open(
        new DatasetRequest(
            name,
            folder,
            CsvSettings.options(settings),
            PhotoSettings.parts(settings),
            settings.get(DataSetting.IMAGE_SIZE),
            PhotoSettings.rules(settings),
            TextSettings.options(settings),
            new ReadingRules(
                settings.get(ShardSetting.SHUFFLE_WINDOW),
                settings.get(ShardSetting.READERS),
                settings.get(ShardSetting.SKIP_DAMAGED))));
  }
}
