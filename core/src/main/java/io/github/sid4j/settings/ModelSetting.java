package io.github.sid4j.settings;

import static io.github.sid4j.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

/** What is trained. The settings of {@link SettingGroup#MODEL}. */
public final class ModelSetting {
  public static final Setting<String> METHOD =
      Setting.deciding(
          SettingGroup.MODEL,
          "method",
          ChoiceType.of("sid", "backprop", "deep-supervision"),
          "sid",
          "How the modules learn.");

  public static final Setting<String> NETWORK =
      Setting.deciding(
          SettingGroup.MODEL,
          "network",
          ChoiceType.of("auto", "simple-cnn", "vgg11", "resnet18", "vit-tiny", "mlp"),
          "auto",
          "Feature extractor; auto is simple-cnn for images of at least 16x16, else mlp.");

  public static final Setting<Integer> MODULES =
      Setting.deciding(
          SettingGroup.MODEL,
          "modules",
          integers(atLeast(1).atMost(1000)),
          5,
          "Length of the cascade.");

  public static final Setting<String> SHAPE =
      Setting.deciding(
          SettingGroup.MODEL,
          "shape",
          ChoiceType.of("shared", "staged"),
          "shared",
          "All modules read the whole network, or it is cut and each module carries a stage.");

  public static final Setting<Integer> STAGES =
      Setting.deciding(
          SettingGroup.MODEL,
          "stages",
          integers(atLeast(1).atMost(1000)),
          4,
          "Stages, and modules, of a staged network.");

  public static final Setting<Integer> FEATURES =
      Setting.deciding(
          SettingGroup.MODEL,
          "features",
          integers(atLeast(1)),
          128,
          "Width of what simple-cnn and mlp hand on; the other extractors have their own.");

  public static final Setting<Integer> HIDDEN =
      Setting.deciding(
          SettingGroup.MODEL,
          "hidden",
          integers(atLeast(1)),
          256,
          "Hidden width of the mlp extractor.");

  public static final Setting<Integer> MODULE_HIDDEN =
      Setting.deciding(
          SettingGroup.MODEL,
          "module-hidden",
          integers(atLeast(1)),
          256,
          "Hidden width of a module.");

  private ModelSetting() {}
}
