package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a cascade begins with, which of it is trained, and what has become of it since it was first
 * made. Also settings of {@link SettingGroup#MODEL}.
 *
 * <p>Constants, safe for several threads.
 */
public final class ReshapeSetting {
  public static final Setting<Integer> KEEP_MODULES =
      Setting.deciding(
          SettingGroup.MODEL,
          "keep-modules",
          integers(atLeast(0).atMost(Limits.MODULES)),
          0,
          "Modules that are left of the cascade, the first ones; 0 is all.");
  public static final Setting<List<Integer>> GROWN_MODULES =
      Setting.deciding(
          SettingGroup.MODEL,
          "grown-modules",
          new IntegerListType("numbers of modules", Limits.MODULES),
          List.of(),
          "Modules put behind what is left of the cascade, by each growth.");
  public static final Setting<List<Integer>> KNOWN_CLASSES =
      Setting.deciding(
          SettingGroup.MODEL,
          "known-classes",
          new IntegerListType("numbers of classes", Limits.CLASSES),
          List.of(),
          "Classes known to the cascade without growth, then to each growth; else all.");
  public static final Setting<Optional<Path>> BASE =
      Setting.free(
          SettingGroup.MODEL,
          "base",
          new PathType(),
          Optional.empty(),
          "Run that the cascade grows from, whose best weights and preparation of inputs it takes.");
  public static final Setting<String> FROZEN =
      Setting.deciding(
          SettingGroup.MODEL,
          "frozen",
          ChoiceType.of("none", "extractor", "base"),
          "none",
          "What is not trained: nothing, the extractor, or all but the modules of the last growth.");
  public static final Setting<Boolean> FREEZE_BATCH_NORM =
      Setting.deciding(
          SettingGroup.MODEL,
          "freeze-batch-norm",
          new BooleanType(),
          false,
          "Whether the network's batch norms stay as they are, as is usual for a pretrained one.");
  public static final Setting<Optional<WeightsPlace>> PRETRAINED =
      Setting.free(
          SettingGroup.MODEL,
          "pretrained",
          new WeightsPlaceType(),
          Optional.empty(),
          "The network's first weights; the config.json next to them chooses the network.");
  public static final Setting<Optional<String>> PRETRAINED_CONFIG =
      Setting.free(
          SettingGroup.MODEL,
          "pretrained-config",
          new OptionalTextType("weights, or a config.json"),
          Optional.empty(),
          "What the weights are, where no config.json says it; sid models lists names.");
  public static final Setting<Optional<Path>> PRETRAINED_NAMES =
      Setting.free(
          SettingGroup.MODEL,
          "pretrained-names",
          new PathType(),
          Optional.empty(),
          "File of lines like conv1: stem.conv, what our tensors are called there.");

  private ReshapeSetting() {}
}
