package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.List;

/**
 * How it is minimised. The settings of {@link SettingGroup#TRAINING}. Constants, safe for several
 * threads.
 */
public final class TrainingSetting {
  // Beyond this nothing can be learned, and single precision is not far from overflowing.
  private static final double HUGE = 1e6;

  private static final int MOST_STEPS = 1_000_000;

  public static final Setting<String> EXECUTION =
      Setting.deciding(
          SettingGroup.TRAINING,
          "execution",
          ChoiceType.of(
              "two-phase", "single-pass", "threads", "data-parallel", "batched", "pipeline"),
          "single-pass",
          "How the modules' updates are carried out.");

  public static final Setting<Integer> OVERLAP =
      Setting.deciding(
          SettingGroup.TRAINING,
          "overlap",
          integers(atLeast(1).atMost(Limits.MODULES)),
          1,
          "Stages that the loss of one trains: its own and those before it; 1 is purely local.");

  public static final Setting<Boolean> RECOMPUTE =
      Setting.deciding(
          SettingGroup.TRAINING,
          "recompute",
          new BooleanType(),
          false,
          "Whether stages are computed again for the losses that reach them: less memory.");

  public static final Setting<String> PRECISION =
      Setting.deciding(
          SettingGroup.TRAINING,
          "precision",
          ChoiceType.of("auto", "fp32", "bf16"),
          "auto",
          "What layers compute in; auto is bf16 where it is clearly faster, else fp32.");

  public static final Setting<Integer> EPOCHS =
      Setting.adjustable(
          SettingGroup.TRAINING,
          "epochs",
          new AutoIntegerType(atLeast(1).atMost(Limits.EPOCHS)),
          20,
          "Passes over the training part; auto follows its size, the default for your own data.");

  public static final Setting<Integer> BATCH =
      Setting.deciding(
          SettingGroup.TRAINING,
          "batch",
          new AutoIntegerType(atLeast(1).atMost(Limits.BATCH)),
          128,
          "Samples in a step; auto follows the size of the training part, the default for your own"
              + " data.");

  public static final Setting<Integer> ACCUMULATE =
      Setting.deciding(
          SettingGroup.TRAINING,
          "accumulate",
          integers(atLeast(1).atMost(Limits.BATCH)),
          1,
          "Parts into which a batch is cut, one after the other, before the parameters are updated"
              + " once.");

  public static final Setting<String> OPTIMIZER =
      Setting.deciding(
          SettingGroup.TRAINING,
          "optimizer",
          ChoiceType.of("adam", "adamw", "sgd", "muon"),
          "adam",
          "How gradients become updates.");

  public static final Setting<Double> LR =
      Setting.deciding(
          SettingGroup.TRAINING,
          "lr",
          decimals(above(0).atMost(HUGE)),
          0.001,
          "Highest learning rate.");

  public static final Setting<String> LR_UNIT =
      Setting.deciding(
          SettingGroup.TRAINING,
          "lr-unit",
          ChoiceType.of("step", "1024-samples"),
          "step",
          "What lr and weight-decay of sgd are for: a step, or 1,024 samples whatever batch and"
              + " momentum are.");

  public static final Setting<Double> NORM_BIAS_LR_FACTOR =
      Setting.deciding(
          SettingGroup.TRAINING,
          "norm-bias-lr-factor",
          decimals(above(0).atMost(HUGE)),
          1.0,
          "Learning rate of the biases of norms, as a multiple of that of other parameters.");

  public static final Setting<Double> MOMENTUM =
      Setting.deciding(
          SettingGroup.TRAINING,
          "momentum",
          decimals(atLeast(0).below(1)),
          0.9,
          "Momentum of sgd and muon.");

  public static final Setting<Boolean> NESTEROV =
      Setting.deciding(
          SettingGroup.TRAINING,
          "nesterov",
          new BooleanType(),
          false,
          "Whether the momentum of sgd is Nesterov's; that of muon always is.");

  public static final Setting<Boolean> FIXED_NORM =
      Setting.deciding(
          SettingGroup.TRAINING,
          "fixed-norm",
          new BooleanType(),
          false,
          "Whether muon keeps each matrix at one size: for networks with a norm behind each.");

  public static final Setting<String> REST_OPTIMIZER =
      Setting.deciding(
          SettingGroup.TRAINING,
          "rest-optimizer",
          ChoiceType.of("adam", "sgd"),
          "adam",
          "What updates what muon does not: biases, norms and layers that give logits.");

  public static final Setting<Double> REST_LR =
      Setting.deciding(
          SettingGroup.TRAINING,
          "rest-lr",
          decimals(above(0).atMost(HUGE)),
          0.001,
          "Highest learning rate of rest-optimizer.");

  public static final Setting<String> HEAD_OPTIMIZER =
      Setting.deciding(
          SettingGroup.TRAINING,
          "head-optimizer",
          ChoiceType.of("same", "adam", "muon"),
          "same",
          "What updates heads of stages, and modules in topology shared; same is optimizer.");

  public static final Setting<Double> HEAD_LR =
      Setting.deciding(
          SettingGroup.TRAINING,
          "head-lr",
          decimals(above(0).atMost(HUGE)),
          0.001,
          "Highest learning rate of head-optimizer.");

  public static final Setting<Double> WEIGHT_DECAY =
      Setting.deciding(
          SettingGroup.TRAINING,
          "weight-decay",
          decimals(atLeast(0).atMost(HUGE)),
          0.0,
          "Pull of weights to 0.");

  public static final Setting<String> EXTRACTOR_OPTIMIZER =
      Setting.deciding(
          SettingGroup.TRAINING,
          "extractor-optimizer",
          ChoiceType.of("same", "adam", "adamw", "sgd"),
          "same",
          "The extractor's optimizer; same is that of the modules, with their rate and decay.");

  public static final Setting<Double> EXTRACTOR_LR =
      Setting.deciding(
          SettingGroup.TRAINING,
          "extractor-lr",
          decimals(atLeast(0).atMost(HUGE)),
          0.0,
          "Highest learning rate of an extractor with an optimizer of its own.");

  public static final Setting<Double> STAGE_LR_DECAY =
      Setting.deciding(
          SettingGroup.TRAINING,
          "stage-lr-decay",
          decimals(above(0).atMost(1)),
          1.0,
          "Learning rate of a stage as a share of that of the stage behind it.");

  public static final Setting<Double> EXTRACTOR_WEIGHT_DECAY =
      Setting.deciding(
          SettingGroup.TRAINING,
          "extractor-weight-decay",
          decimals(atLeast(0).atMost(HUGE)),
          0.0,
          "Weight decay of an extractor with an optimizer of its own.");

  public static final Setting<Double> CLIP =
      Setting.deciding(
          SettingGroup.TRAINING,
          "clip",
          decimals(atLeast(0)),
          0.0,
          "Highest gradient norm; 0 is no limit.");

  public static final Setting<String> SCHEDULE =
      Setting.deciding(
          SettingGroup.TRAINING,
          "schedule",
          ChoiceType.of("constant", "cosine", "steps", "triangular"),
          "constant",
          "Course of the learning rate after the warm-up.");

  public static final Setting<Double> WARMUP =
      Setting.deciding(
          SettingGroup.TRAINING,
          "warmup",
          decimals(atLeast(0).atMost(Limits.EPOCHS)),
          0.0,
          "Epochs, also a fraction, of linear rise to the learning rate.");

  public static final Setting<Double> SCHEDULE_START =
      Setting.deciding(
          SettingGroup.TRAINING,
          "schedule-start",
          decimals(above(0).atMost(1)),
          0.2,
          "First learning rate of schedule triangular, as a share of the highest.");

  public static final Setting<Double> SCHEDULE_PEAK =
      Setting.deciding(
          SettingGroup.TRAINING,
          "schedule-peak",
          decimals(atLeast(0).atMost(1)),
          0.2,
          "Share of the run after which schedule triangular is at its highest.");

  public static final Setting<Double> SCHEDULE_END =
      Setting.deciding(
          SettingGroup.TRAINING,
          "schedule-end",
          decimals(atLeast(0).atMost(1)),
          0.0,
          "Last learning rate of schedule triangular, as a share of the highest.");

  public static final Setting<List<Integer>> MILESTONES =
      Setting.deciding(
          SettingGroup.TRAINING,
          "milestones",
          new IntegerListType("epochs", Limits.EPOCHS),
          List.of(),
          "Epochs after which schedule steps lowers the learning rate.");

  public static final Setting<Double> GAMMA =
      Setting.deciding(
          SettingGroup.TRAINING,
          "gamma",
          decimals(above(0).atMost(1)),
          0.1,
          "Factor on the learning rate at each milestone.");

  public static final Setting<Integer> LOOKAHEAD =
      Setting.deciding(
          SettingGroup.TRAINING,
          "lookahead",
          integers(atLeast(0).atMost(MOST_STEPS)),
          0,
          "Steps after which weights are put back to slower ones; 0 is never.");

  public static final Setting<Double> EMA =
      Setting.deciding(
          SettingGroup.TRAINING,
          "ema",
          decimals(atLeast(0).below(1)),
          0.0,
          "Decay of a moving average of the weights, which is evaluated in their place; 0 is none.");

  public static final Setting<String> AUGMENT =
      Setting.deciding(
          SettingGroup.TRAINING,
          "augment",
          ChoiceType.of("auto", "none", "crop-flip", "reflect-flip", "flip", "photo", "trivial"),
          "auto",
          "Random changes to training images; auto is crop-flip for cifar10, cifar100 and"
              + " tiny-imagenet, else none.");

  public static final Setting<Integer> CROP_PIXELS =
      Setting.deciding(
          SettingGroup.TRAINING,
          "crop-pixels",
          integers(atLeast(0).atMost(Limits.WIDTH)),
          0,
          "How far crop-flip and reflect-flip move an image; 0 is 4 and 2, tiny-imagenet 8.");

  public static final Setting<String> FLIP =
      Setting.deciding(
          SettingGroup.TRAINING,
          "flip",
          ChoiceType.of("random", "alternating"),
          "random",
          "How crop-flip, reflect-flip and flip mirror: by chance, or every second epoch.");

  public static final Setting<String> TTA =
      Setting.adjustable(
          SettingGroup.TRAINING,
          "tta",
          ChoiceType.of("none", "mirror", "mirror-shift"),
          "none",
          "Views of a test image whose logits are averaged: mirrored, and also moved by a pixel.");

  public static final Setting<String> BEST_BY =
      Setting.deciding(
          SettingGroup.TRAINING,
          "best-by",
          ChoiceType.of("accuracy", "loss", "last"),
          "accuracy",
          "What makes an epoch the best: validation accuracy, KL to the target, or being last.");

  public static final Setting<Integer> EARLY_STOPPING =
      Setting.adjustable(
          SettingGroup.TRAINING,
          "early-stopping",
          integers(atLeast(0).atMost(Limits.EPOCHS)),
          0,
          "Epochs without a better validation accuracy after which training ends; 0 is never.");

  public static final Setting<Double> EARLY_STOPPING_DELTA =
      Setting.adjustable(
          SettingGroup.TRAINING,
          "early-stopping-delta",
          decimals(atLeast(0).atMost(1)),
          0.0,
          "Smallest difference in validation accuracy that counts as better for early-stopping.");

  private TrainingSetting() {}
}
