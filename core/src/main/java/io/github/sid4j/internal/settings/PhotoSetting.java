package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.Optional;

/**
 * How images of a folder are read, and how they get into parts. Settings of {@link
 * SettingGroup#DATA}.
 *
 * <p>Constants, safe for several threads.
 */
public final class PhotoSetting {
  public static final Setting<String> FIT =
      Setting.deciding(
          SettingGroup.DATA,
          "fit",
          ChoiceType.of("crop", "pad", "stretch"),
          "crop",
          "How images fill the square of image-size: cut off, with borders, or with another ratio of sides.");

  public static final Setting<String> INTERPOLATION =
      Setting.deciding(
          SettingGroup.DATA,
          "interpolation",
          ChoiceType.of("bilinear", "bicubic"),
          "bilinear",
          "How images are resized, in both cases with antialiasing as Pillow does it.");

  public static final Setting<Double> CROP_SHARE =
      Setting.deciding(
          SettingGroup.DATA,
          "crop-share",
          decimals(above(0).atMost(1)),
          1.0,
          "Share of a resized image's shorter side that is kept in the middle.");

  public static final Setting<String> BACKGROUND =
      Setting.deciding(
          SettingGroup.DATA,
          "background",
          ChoiceType.of("white", "grey", "black", "none"),
          "white",
          "What transparent pixels of images are laid on; none passes transparency over.");

  public static final Setting<Optional<String>> GROUP_PATTERN =
      Setting.deciding(
          SettingGroup.DATA,
          "group-pattern",
          new PatternType(),
          Optional.empty(),
          "Images of a folder whose paths agree in what this finds stay together in all parts.");

  public static final Setting<Integer> FOLDS =
      Setting.deciding(
          SettingGroup.DATA,
          "folds",
          integers(atLeast(0).atMost(100)),
          0,
          "Parts of your own data of which each seed tests on another one; 0 takes test-fraction.");

  private PhotoSetting() {}
}
