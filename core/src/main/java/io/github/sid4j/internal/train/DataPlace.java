package io.github.sid4j.internal.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.Remedies;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.WeightsPlace;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the files that a run reads are. A run keeps whole paths, so that commands that read them
 * again find them from any folder.
 */
public final class DataPlace {
  /** Where published data sets are kept unless the settings say otherwise. */
  private static final Path DEFAULT_FOLDER = Path.of("data");

  private static final List<Setting<Optional<Path>>> READ =
      List.of(
          DataSetting.DATA,
          DataSetting.EXCLUDE,
          TextSetting.TOKENIZER_FILE,
          TextSetting.EMBEDDINGS,
          ReshapeSetting.BASE,
          ReshapeSetting.PRETRAINED_NAMES);

  private DataPlace() {}

  /** The data that settings name; empty for what is part of the library. */
  public static Optional<Path> of(Settings settings) {
    boolean published = DatasetInfo.isDownloadable(settings.get(DataSetting.DATASET));
    return settings
        .get(DataSetting.DATA)
        .or(() -> published ? Optional.of(DEFAULT_FOLDER) : Optional.empty());
  }

  /** Whether there is something where the data is said to be. */
  public static boolean isThere(Settings settings) {
    return of(settings).map(Files::exists).orElse(true);
  }

  /**
   * The same settings with whole paths of all that is read.
   *
   * @param opened whether the data is that of the settings, and not brought by a program
   */
  public static Settings whole(Settings settings, boolean opened) {
    Settings result = opened ? settings.with(DataSetting.DATA, of(settings)) : settings;
    for (Setting<Optional<Path>> setting : READ) {
      result = result.with(setting, result.get(setting).map(DataPlace::whole));
    }
    return result.with(
        ReshapeSetting.PRETRAINED, result.get(ReshapeSetting.PRETRAINED).map(DataPlace::whole));
  }

  private static WeightsPlace whole(WeightsPlace place) {
    return place.file().map(DataPlace::whole).map(WeightsPlace::of).orElse(place);
  }

  /** A path from the root of the file system, without detours unless they pass through links. */
  public static Path whole(Path path) {
    Path whole = path.toAbsolutePath();
    Path straight = whole.normalize();
    try {
      return Files.isSameFile(straight, whole) ? straight : whole;
    } catch (IOException e) {
      return whole; // It is not there; its reader says so.
    }
  }

  /**
   * The settings of a resumed run, with its data where they name none.
   *
   * @param stored those that it was begun with
   * @throws InputException if they name a path where nothing is, and the run knows a better one
   */
  public static Settings resumed(Settings settings, Settings stored) {
    Path given = settings.get(DataSetting.DATA).orElse(null);
    Path known = stored.get(DataSetting.DATA).orElse(null);
    if (given == null) {
      return settings.with(DataSetting.DATA, Optional.ofNullable(known));
    }
    boolean fetched = settings.get(DataSetting.DOWNLOAD);
    if (!fetched && !Files.exists(given) && known != null && Files.exists(known)) {
      throw new InputException(
          given.toString(),
          "the data of the run",
          "nothing there",
          "give "
              + Remedies.set(DataSetting.DATA, known)
              + ", where the run read it, or where it is now");
    }
    return settings;
  }

  /**
   * The settings of a run whose data may have moved.
   *
   * @param run its folder
   * @param moved where the data is now; {@code null} if it is where the run read it
   * @throws InputException if it is not there
   */
  public static Settings found(Settings settings, Path run, @Nullable Path moved) {
    if (moved != null && of(settings).isEmpty()) {
      throw InputException.ofSetting(
          "data",
          "none, since " + settings.get(DataSetting.DATASET) + " is part of the library",
          moved.toString(),
          "leave it out");
    }
    Settings now =
        moved == null ? settings : settings.with(DataSetting.DATA, Optional.of(whole(moved)));
    of(now).ifPresent(place -> check(place, run, moved));
    return now.with(DataSetting.DATA, of(now).map(DataPlace::whole));
  }

  private static void check(Path place, Path run, @Nullable Path moved) {
    if (!Files.exists(place)) {
      throw new InputException(
          (moved == null ? place : moved).toString(),
          "the data of the run " + run,
          "nothing there",
          moved == null ? "give its place by data=PATH" : "correct data=PATH");
    }
  }
}
