package io.github.sid4j.train;

import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings that were given and change nothing, since the data is of another kind. */
final class IdleSettings {
  private static final List<Setting<?>> OF_IMAGES =
      List.of(
          DataSetting.IMAGE_SIZE,
          PhotoSetting.FIT,
          PhotoSetting.INTERPOLATION,
          PhotoSetting.CROP_SHARE,
          PhotoSetting.BACKGROUND,
          TrainingSetting.CROP_PIXELS,
          TrainingSetting.FLIP,
          TrainingSetting.TTA);

  private static final List<Setting<?>> OF_TABLES =
      List.of(
          TableSetting.NUMBERS,
          TableSetting.PIECES,
          TableSetting.RARE_CATEGORIES,
          TableSetting.FREQUENCIES,
          TableSetting.FREQUENCY_DEVIATION);

  private static final List<Setting<?>> OF_TEXTS =
      List.of(
          TextSetting.TEXT_COLUMNS,
          TextSetting.TOKENIZER,
          TextSetting.TOKENIZER_FILE,
          TextSetting.VOCABULARY,
          TextSetting.MIN_COUNT,
          TextSetting.MAX_TOKENS,
          TextSetting.EMBEDDINGS);

  private IdleSettings() {}

  /**
   * What is said of them at the start of a run.
   *
   * @param settings as they were given
   * @param encoding how the data becomes numbers; empty where the program did that itself
   * @return empty if there are none
   */
  static Optional<String> warning(Settings settings, Optional<InputEncoding> encoding) {
    return encoding.flatMap(
        kind -> {
          String idle =
              ofOtherKinds(kind)
                  .filter(settings::isGiven)
                  .map(setting -> setting.name() + "=" + settings.text(setting))
                  .collect(Collectors.joining(", "));
          return idle.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "the data is %s, on which %s has no effect".formatted(name(kind), idle));
        });
  }

  private static Stream<Setting<?>> ofOtherKinds(InputEncoding kind) {
    boolean image = kind instanceof ImageEncoding;
    boolean text = kind instanceof TextEncoding;
    boolean table = kind instanceof TableEncoding || kind instanceof RowEncoding;
    boolean several = kind instanceof MultimodalEncoding;
    return Stream.of(
            image || several ? List.<Setting<?>>of() : OF_IMAGES,
            text || several ? List.<Setting<?>>of() : OF_TEXTS,
            table || several ? List.<Setting<?>>of() : OF_TABLES)
        .flatMap(List::stream);
  }

  private static String name(InputEncoding kind) {
    if (kind instanceof ImageEncoding) {
      return "images";
    }
    return kind instanceof TextEncoding ? "text" : "a table";
  }
}
