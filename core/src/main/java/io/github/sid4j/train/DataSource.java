package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.DatasetInfo;
import io.github.sid4j.data.DatasetRequest;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.ProgressListener;
import io.github.sid4j.settings.DataSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the data set that settings name, and fetches it first where that is asked for. */
final class DataSource {
  private final Settings settings;

  DataSource(Settings settings) {
    this.settings = settings;
  }

  Dataset open(ProgressListener progress) throws IOException {
    String name = settings.get(DataSetting.DATASET);
    Path folder = DataPlace.of(settings).orElse(null);
    if (DatasetInfo.isDownloadable(name) && settings.get(DataSetting.DOWNLOAD)) {
      Datasets.fetch(name, folder, progress);
    }
    return Datasets.open(
        new DatasetRequest(
            name,
            folder,
            CsvSettings.options(settings),
            settings.get(DataSetting.TEST_FRACTION),
            settings.get(DataSetting.IMAGE_SIZE)));
  }
}
