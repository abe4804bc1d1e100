package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is learned from. The settings of {@link SettingGroup#DATA}. Constants, safe for several
 * threads.
 */
public final class DataSetting {
  public static final Setting<String> DATASET =
      Setting.deciding(
          SettingGroup.DATA,
          "dataset",
          ChoiceType.of(
              "digits",
              "mnist",
              "fashion-mnist",
              "cifar10",
              "cifar100",
              "tiny-imagenet",
              "folder",
              "csv",
              "text",
              "parquet",
              "webdataset",
              "jsonl"),
          "digits",
          "What to learn; from folder on, your own images, tables and texts.");

  public static final Setting<Optional<Path>> DATA =
      Setting.free(
          SettingGroup.DATA,
          "data",
          new PathType(),
          Optional.empty(),
          "Where the data set's files are.");

  public static final Setting<Boolean> DOWNLOAD =
      Setting.free(
          SettingGroup.DATA,
          "download",
          new BooleanType(),
          false,
          "Fetch the data set if it is not there.");

  public static final Setting<String> LABEL_COLUMN =
      Setting.deciding(
          SettingGroup.DATA,
          "label-column",
          new TextType(),
          "label",
          "Column or field with the class, of a csv, of texts and of data in shards.");

  public static final Setting<Double> VALIDATION =
      Setting.deciding(
          SettingGroup.DATA,
          "validation",
          decimals(atLeast(0).atMost(0.9)),
          0.1,
          "Share of the training part kept to choose the best epoch, if the data has no validation part.");

  public static final Setting<Double> TEST_FRACTION =
      Setting.deciding(
          SettingGroup.DATA,
          "test-fraction",
          decimals(above(0).atMost(0.9)),
          0.2,
          "Share kept for the test, if the data has no test part of its own.");

  public static final Setting<Integer> IMAGE_SIZE =
      Setting.deciding(
          SettingGroup.DATA,
          "image-size",
          integers(atLeast(0).atMost(1024)),
          0,
          "Side in pixels to which images of a folder are scaled; 0 leaves them as they are.");

  public static final Setting<List<String>> CLASSES =
      Setting.deciding(
          SettingGroup.DATA,
          "classes",
          new TextListType("names of classes"),
          List.of(),
          "Classes to take of the data set; else all.");
  public static final Setting<Double> REPLAY =
      Setting.deciding(
          SettingGroup.DATA,
          "replay",
          decimals(atLeast(0).atMost(1)),
          0.0,
          "Share of the base's training and validation parts that is learned again beside the new.");
  public static final Setting<Double> LABEL_NOISE =
      Setting.deciding(
          SettingGroup.DATA,
          "label-noise",
          decimals(atLeast(0).atMost(1)),
          0.0,
          "Probability that a training sample gets a noisy label.");

  public static final Setting<String> LABEL_NOISE_TYPE =
      Setting.deciding(
          SettingGroup.DATA,
          "label-noise-type",
          ChoiceType.of("symmetric", "class-dependent"),
          "symmetric",
          "What a noisy label is: any other class, or the one that the class is taken for.");

  public static final Setting<Optional<Path>> EXCLUDE =
      Setting.free(
          SettingGroup.DATA,
          "exclude",
          new PathType(),
          Optional.empty(),
          "CSV file that names samples, such as suspects.csv, to learn and to choose without.");

  private DataSetting() {}
}
