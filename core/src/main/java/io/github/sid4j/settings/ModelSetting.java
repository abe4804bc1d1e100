package io.github.sid4j.settings;

import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.internal.settings.BooleanType;
import io.github.sid4j.internal.settings.ChoiceType;
import io.github.sid4j.internal.settings.IntegerListType;
import io.github.sid4j.internal.settings.Limits;
import io.github.sid4j.internal.settings.MethodType;
import io.github.sid4j.internal.settings.Recipes;
import java.util.List;

/**
 * What is trained. The settings of {@link SettingGroup#MODEL}. Constants, safe for several threads.
 */
public final class ModelSetting {
  public static final Setting<String> METHOD =
      Setting.deciding(
          SettingGroup.MODEL, "method", new MethodType(), "sid", "How the modules learn.");

  public static final Setting<String> NETWORK =
      Setting.deciding(
          SettingGroup.MODEL,
          "network",
          ChoiceType.of(
              "auto",
              "simple-cnn",
              "vgg11",
              "resnet18",
              "vit-tiny",
              "airbench",
              "airbench-wide",
              "mlp",
              "efficientnet-lite0",
              "resnet18-imagenet",
              "resnet50",
              "vit-tiny-16",
              "vit-small-16",
              "text-cnn",
              "text-transformer",
              "table-mlp",
              "table-resnet",
              "multimodal"),
          "auto",
          "What reads samples; auto: simple-cnn for images from 16x16, text-cnn for text,"
              + " multimodal for several inputs, or mlp.");

  public static final Setting<String> RECIPE =
      Setting.deciding(
          SettingGroup.MODEL,
          "recipe",
          Recipes.words(),
          Recipes.AUTO,
          "Settings that go together, see sid recipes; auto is that of the network, if it has one.");

  public static final Setting<Integer> MODULES =
      Setting.deciding(
          SettingGroup.MODEL,
          "modules",
          integers(atLeast(1).atMost(Limits.MODULES)),
          5,
          "Length of the cascade.");

  public static final Setting<String> TOPOLOGY =
      Setting.deciding(
          SettingGroup.MODEL,
          "topology",
          ChoiceType.of("shared", "staged", "whole"),
          "shared",
          "All modules read the network, it is cut and each carries a stage, or it is one classifier.");

  public static final Setting<Integer> STAGES =
      Setting.deciding(
          SettingGroup.MODEL,
          "stages",
          integers(atLeast(1).atMost(Limits.MODULES)),
          4,
          "Stages of a staged network, one for each module; pieces of a whole one that a method cuts.");

  public static final Setting<List<Integer>> CUTS =
      Setting.deciding(
          SettingGroup.MODEL,
          "cuts",
          new IntegerListType("block numbers", Limits.MODULES),
          List.of(),
          "Blocks before which a staged network is cut, counted from 0; else it is balanced.");

  public static final Setting<String> BALANCE =
      Setting.deciding(
          SettingGroup.MODEL,
          "balance",
          ChoiceType.of("multiplications", "activations", "time", "memory"),
          "multiplications",
          "What stages have alike where no cuts are given; time and memory are measured.");

  public static final Setting<String> HEAD =
      Setting.deciding(
          SettingGroup.MODEL,
          "head",
          ChoiceType.of("auto", "mlp", "conv", "attention"),
          "auto",
          "What reads the belief of a stage before the last; auto is what the network can use best.");

  public static final Setting<Integer> HEAD_WIDTH =
      Setting.deciding(
          SettingGroup.MODEL,
          "head-width",
          integers(atLeast(1).atMost(Limits.WIDTH)),
          128,
          "Channels of a conv head, and of predictors of gradients that read images.");

  public static final Setting<Boolean> BELIEF_INPUT =
      Setting.deciding(
          SettingGroup.MODEL,
          "belief-input",
          new BooleanType(),
          true,
          "Whether the heads of stages read the belief before theirs.");

  public static final Setting<Boolean> RESIDUAL_BELIEFS =
      Setting.deciding(
          SettingGroup.MODEL,
          "residual-beliefs",
          new BooleanType(),
          false,
          "Whether modules behind the first add to the logarithm of the belief before, and begin by"
              + " copying it.");

  public static final Setting<Integer> FEATURES =
      Setting.deciding(
          SettingGroup.MODEL,
          "features",
          integers(atLeast(1).atMost(Limits.WIDTH)),
          128,
          "Width of what simple-cnn and mlp hand on; the other extractors have their own.");

  public static final Setting<Integer> HIDDEN =
      Setting.deciding(
          SettingGroup.MODEL,
          "hidden",
          integers(atLeast(1).atMost(Limits.WIDTH)),
          256,
          "Hidden width of the mlp extractor, width of networks for tables.");

  public static final Setting<String> FEATURE_NORMALIZATION =
      Setting.deciding(
          SettingGroup.MODEL,
          "feature-normalization",
          ChoiceType.of("none", "power"),
          "none",
          "What modules read: features as they are, or their signed roots at one length.");

  public static final Setting<Integer> DEPTH =
      Setting.deciding(
          SettingGroup.MODEL,
          "depth",
          integers(atLeast(1).atMost(Limits.MODULES)),
          12,
          "Blocks of vit-tiny, text-transformer and table-resnet, layers of table-mlp.");

  public static final Setting<Integer> MODULE_HIDDEN =
      Setting.deciding(
          SettingGroup.MODEL,
          "module-hidden",
          integers(atLeast(0).atMost(Limits.WIDTH)),
          256,
          "Hidden width of a module, 0 for a linear one; and of predictors of gradients.");

  private ModelSetting() {}
}
