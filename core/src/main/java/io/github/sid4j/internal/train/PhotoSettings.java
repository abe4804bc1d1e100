package io.github.sid4j.internal.train;

import io.github.sid4j.internal.data.PartRules;
import io.github.sid4j.internal.data.image.Background;
import io.github.sid4j.internal.data.image.ImageFit;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.image.Interpolation;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.settings.Settings;
import java.util.Locale;

/** What settings say about how photos are read. */
final class PhotoSettings {
  private PhotoSettings() {}

  static ImageRules rules(Settings settings) {
    return new ImageRules(
        ImageFit.valueOf(constant(settings.get(PhotoSetting.FIT))),
        Interpolation.valueOf(constant(settings.get(PhotoSetting.INTERPOLATION))),
        settings.get(PhotoSetting.CROP_SHARE),
        Background.valueOf(constant(settings.get(PhotoSetting.BACKGROUND))));
  }

  /** With folds, seeds one after the other take the folds one after the other. */
  static PartRules parts(Settings settings) {
    int folds = settings.get(PhotoSetting.FOLDS);
    return new PartRules(
        settings.get(DataSetting.TEST_FRACTION),
        folds,
        folds == 0 ? 0 : (int) Math.floorMod(settings.get(RunSetting.SEED) - 1, (long) folds),
        settings.get(PhotoSetting.GROUP_PATTERN),
        settings.get(TableSetting.GROUP_COLUMN),
        settings.get(TableSetting.TIME_COLUMN));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
