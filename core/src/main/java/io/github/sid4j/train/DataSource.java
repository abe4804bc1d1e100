package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.DatasetRequest;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.fetch.FetchPolicy;
import io.github.sid4j.fetch.Fetcher;
import io.github.sid4j.fetch.ProgressListener;
import io.github.sid4j.fetch.PublicDataset;
import io.github.sid4j.fetch.PublicDatasets;
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
    PublicDataset published = PublicDatasets.find(name).orElse(null);
    Path folder = DataPlace.of(settings).orElse(null);
    if (published != null && settings.get(DataSetting.DOWNLOAD)) {
      new Fetcher(FetchPolicy.standard()).fetch(published, folder, progress);
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
