package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.List;

/**
 * How samples of several inputs are read by the network {@code multimodal}. Constants, safe for
 * several threads.
 */
public final class MultimodalSetting {
  public static final Setting<List<String>> INPUTS =
      Setting.deciding(
          SettingGroup.DATA,
          "inputs",
          new InputsType(),
          List.of(),
          "What the inputs of a sample are; a training writes here what it has found.");

  public static final Setting<String> TABLE_NETWORK =
      Setting.deciding(
          SettingGroup.MODEL,
          "table-network",
          ChoiceType.of("mlp", "table-mlp", "table-resnet"),
          "mlp",
          "What reads the table of a sample of several inputs.");

  public static final Setting<String> TEXT_NETWORK =
      Setting.deciding(
          SettingGroup.MODEL,
          "text-network",
          ChoiceType.of("text-cnn", "text-transformer"),
          "text-cnn",
          "What reads a text of a sample of several inputs.");

  public static final Setting<String> IMAGE_NETWORK =
      Setting.deciding(
          SettingGroup.MODEL,
          "image-network",
          ChoiceType.of("auto", "mlp", "simple-cnn", "vgg11", "resnet18", "vit-tiny", "airbench"),
          "auto",
          "What reads an image of a sample of several inputs; auto is simple-cnn from 16x16 on, else mlp.");

  public static final Setting<Double> INPUT_DROPOUT =
      Setting.deciding(
          SettingGroup.TRAINING,
          "input-dropout",
          decimals(atLeast(0).atMost(0.9)),
          0.1,
          "Probability at which an input of a sample of several is left out in training; one stays.");

  private MultimodalSetting() {}
}
