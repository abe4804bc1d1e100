package io.github.sid4j.internal.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.TextLoader;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ShardSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;

/** Opens the data set that settings name, and fetches it first where that is asked for. */
public final class DataSource {
  private final Settings settings;

  public DataSource(Settings settings) {
    this.settings = settings;
  }

  public Dataset open(ProgressListener progress) throws IOException {
    String name = settings.get(DataSetting.DATASET);
    if (DatasetInfo.isDownloadable(name) && settings.get(DataSetting.DOWNLOAD)) {
      Datasets.fetch(name, DataPlace.of(settings).orElseThrow(), progress);
    }
    return Datasets.open(request());
  }

  /**
   * Whether the tables that settings name plainly hold texts and nothing else.
   *
   * @return false if they hold other columns, or cannot be read
   * @throws IOException if a file cannot be read
   */
  public boolean isText() throws IOException {
    return DataPlace.of(settings).isPresent() && TextLoader.isText(request());
  }

  private DatasetRequest request() {
    return new DatasetRequest(
        settings.get(DataSetting.DATASET),
        DataPlace.of(settings).orElse(null),
        CsvSettings.options(settings),
        PhotoSettings.parts(settings),
        settings.get(DataSetting.IMAGE_SIZE),
        PhotoSettings.rules(settings),
        TextSettings.options(settings),
        new ReadingRules(
            settings.get(ShardSetting.SHUFFLE_WINDOW),
            settings.get(ShardSetting.READERS),
            settings.get(ShardSetting.SKIP_DAMAGED)));
  }
}
