package io.github.sid4j.settings;

import static io.github.sid4j.settings.NumberType.decimals;
import static io.github.sid4j.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;
import static io.github.sid4j.settings.SettingGroup.MODEL;
import static io.github.sid4j.settings.SettingGroup.OBJECTIVE;
import static io.github.sid4j.settings.SettingGroup.RUN;
import static io.github.sid4j.settings.SettingGroup.TRAINING;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The table of all settings. A setting has one name: {@code label-smoothing} in a file, {@code
 * --label-smoothing} as a flag, {@link #LABEL_SMOOTHING} here. What each one means and which values
 * it takes is told by {@link #help()} and {@link SettingType#expected()}; a setting that is a
 * choice has the chosen word as its value.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
  // Beyond this nothing can be learnt, and single precision is not far from overflowing.
  private static final double HUGE = 1e6;

  public static final Setting<String> DATASET =
      deciding(
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
              "csv"),
          "digits",
          "What to learn; folder and csv are your own images and tables.");
  public static final Setting<Optional<Path>> DATA =
      free(
          SettingGroup.DATA,
          "data",
          new PathType(),
          Optional.empty(),
          "Where the data set's files are.");
  public static final Setting<Boolean> DOWNLOAD =
      free(
          SettingGroup.DATA,
          "download",
          new BooleanType(),
          false,
          "Fetch the data set if it is not there.");
  public static final Setting<String> LABEL_COLUMN =
      deciding(
          SettingGroup.DATA,
          "label-column",
          new TextType(),
          "label",
          "Column of a csv with the class.");
  public static final Setting<Double> VALIDATION =
      deciding(
          SettingGroup.DATA,
          "validation",
          decimals(atLeast(0).atMost(0.9)),
          0.1,
          "Share of the training part kept to choose the best epoch.");
  public static final Setting<Double> TEST_FRACTION =
      deciding(
          SettingGroup.DATA,
          "test-fraction",
          decimals(above(0).atMost(0.9)),
          0.2,
          "Share kept for the test, if the data has no test part of its own.");

  public static final Setting<Integer> IMAGE_SIZE =
      deciding(
          SettingGroup.DATA,
          "image-size",
          integers(atLeast(0).atMost(1024)),
          0,
          "Side in pixels to which images of a folder are scaled; 0 leaves them as they are.");

  public static final Setting<String> METHOD =
      deciding(
          MODEL,
          "method",
          ChoiceType.of("sid", "backprop", "deep-supervision"),
          "sid",
          "How the modules learn.");
  public static final Setting<String> NETWORK =
      deciding(
          MODEL,
          "network",
          ChoiceType.of("auto", "simple-cnn", "vgg11", "resnet18", "vit-tiny", "mlp"),
          "auto",
          "Feature extractor; auto is simple-cnn for images of at least 16x16, else mlp.");
  public static final Setting<Integer> MODULES =
      deciding(MODEL, "modules", integers(atLeast(1).atMost(1000)), 5, "Length of the cascade.");
  public static final Setting<String> SHAPE =
      deciding(
          MODEL,
          "shape",
          ChoiceType.of("shared", "staged"),
          "shared",
          "All modules read the whole network, or it is cut and each module carries a stage.");
  public static final Setting<Integer> STAGES =
      deciding(
          MODEL,
          "stages",
          integers(atLeast(1).atMost(1000)),
          4,
          "Stages, and modules, of a staged network.");
  public static final Setting<Integer> FEATURES =
      deciding(
          MODEL,
          "features",
          integers(atLeast(1)),
          128,
          "Width of what simple-cnn and mlp hand on; the other extractors have their own.");
  public static final Setting<Integer> HIDDEN =
      deciding(MODEL, "hidden", integers(atLeast(1)), 256, "Hidden width of the mlp extractor.");
  public static final Setting<Integer> MODULE_HIDDEN =
      deciding(MODEL, "module-hidden", integers(atLeast(1)), 256, "Hidden width of a module.");

  public static final Setting<AlphaSpec> ALPHA =
      deciding(
          OBJECTIVE,
          "alpha",
          new AlphaType(),
          AlphaSpec.parse("0.5"),
          "Weight of the target: 0.5 for all modules, 0.9,0.5,0.3 by module,"
              + " 0.9..0.3 from first to last.");
  public static final Setting<String> DIVERGENCE =
      deciding(
          OBJECTIVE,
          "divergence",
          ChoiceType.of("forward", "reverse"),
          "forward",
          "Direction of the KL divergence; reverse needs label smoothing.");
  public static final Setting<Double> LABEL_SMOOTHING =
      deciding(
          OBJECTIVE,
          "label-smoothing",
          decimals(atLeast(0).below(1)),
          0.0,
          "Share of the target that is spread evenly over all classes.");

  public static final Setting<String> EXECUTION =
      deciding(
          TRAINING,
          "execution",
          ChoiceType.of("two-phase", "single-pass", "threads", "batched", "pipeline"),
          "single-pass",
          "How the modules' updates are carried out.");
  public static final Setting<String> PRECISION =
      deciding(
          TRAINING,
          "precision",
          ChoiceType.of("auto", "fp32", "bf16"),
          "auto",
          "What layers compute in; auto tries both for a moment and takes the faster.");
  public static final Setting<Integer> EPOCHS =
      deciding(TRAINING, "epochs", integers(atLeast(1)), 20, "Passes over the training part.");
  public static final Setting<Integer> BATCH =
      deciding(TRAINING, "batch", integers(atLeast(1)), 128, "Samples in a step.");
  public static final Setting<String> OPTIMIZER =
      deciding(
          TRAINING,
          "optimizer",
          ChoiceType.of("adam", "adamw", "sgd"),
          "adam",
          "How gradients become updates.");
  public static final Setting<Double> LR =
      deciding(TRAINING, "lr", decimals(above(0).atMost(HUGE)), 0.001, "Highest learning rate.");
  public static final Setting<Double> MOMENTUM =
      deciding(TRAINING, "momentum", decimals(atLeast(0).below(1)), 0.9, "Momentum of sgd.");
  public static final Setting<Double> WEIGHT_DECAY =
      deciding(
          TRAINING,
          "weight-decay",
          decimals(atLeast(0).atMost(HUGE)),
          0.0,
          "Pull of weights to 0.");
  public static final Setting<Double> CLIP =
      deciding(
          TRAINING, "clip", decimals(atLeast(0)), 0.0, "Highest gradient norm; 0 is no limit.");
  public static final Setting<String> SCHEDULE =
      deciding(
          TRAINING,
          "schedule",
          ChoiceType.of("constant", "cosine", "steps"),
          "constant",
          "Course of the learning rate after the warm-up.");
  public static final Setting<Double> WARMUP =
      deciding(
          TRAINING,
          "warmup",
          decimals(atLeast(0)),
          0.0,
          "Epochs, also a fraction, of linear rise to the learning rate.");
  public static final Setting<List<Integer>> MILESTONES =
      deciding(
          TRAINING,
          "milestones",
          new EpochListType(),
          List.of(),
          "Epochs after which schedule steps lowers the learning rate.");
  public static final Setting<Double> GAMMA =
      deciding(
          TRAINING,
          "gamma",
          decimals(above(0).atMost(1)),
          0.1,
          "Factor on the learning rate at each milestone.");
  public static final Setting<String> AUGMENT =
      deciding(
          TRAINING,
          "augment",
          ChoiceType.of("auto", "none", "crop-flip"),
          "auto",
          "Random changes to training images; auto is crop-flip for cifar10, cifar100 and"
              + " tiny-imagenet.");

  public static final Setting<Long> SEED =
      deciding(RUN, "seed", NumberType.longs(atLeast(0)), 1L, "Start of all random numbers.");
  public static final Setting<Integer> THREADS =
      deciding(RUN, "threads", integers(atLeast(0)), 0, "Threads to compute with; 0 is all cores.");
  public static final Setting<Optional<Path>> OUT =
      free(RUN, "out", new PathType(), Optional.empty(), "Run folder; else a new one in runs/.");
  public static final Setting<Boolean> RESUME =
      free(
          RUN,
          "resume",
          new BooleanType(),
          false,
          "Go on with the run in the run folder; start it if there is none.");
  public static final Setting<Boolean> OVERWRITE =
      free(RUN, "overwrite", new BooleanType(), false, "Replace the run in the run folder.");
  public static final Setting<Boolean> QUIET =
      free(RUN, "quiet", new BooleanType(), false, "Print only warnings and the result.");
  public static final Setting<Integer> CHECKPOINT_STEPS =
      free(
          RUN,
          "checkpoint-steps",
          integers(atLeast(0)),
          0,
          "Steps between checkpoints; 0 is at each epoch's end only.");
  public static final Setting<Integer> KEEP_CHECKPOINTS =
      free(RUN, "keep-checkpoints", integers(atLeast(1)), 3, "Newest checkpoints that are kept.");

  private final SettingGroup group;
  private final String name;
  private final SettingType<T> type;
  private final T defaultValue;
  private final String help;
  private final boolean decidesResult;

  private Setting(
      SettingGroup group,
      String name,
      SettingType<T> type,
      T defaultValue,
      String help,
      boolean decidesResult) {
    this.group = group;
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.help = help;
    this.decidesResult = decidesResult;
  }

  private static <T> Setting<T> deciding(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, true);
  }

  private static <T> Setting<T> free(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, false);
  }

  /** Its heading in the help text. */
  public SettingGroup group() {
    return group;
  }

  /** Its one name: lower-case words joined by hyphens. */
  public String name() {
    return name;
  }

  /** Its values and their text form. */
  public SettingType<T> type() {
    return type;
  }

  /** Its value where nothing else is said. */
  public T defaultValue() {
    return defaultValue;
  }

  /** The text form of its default. */
  public String defaultText() {
    return type.format(defaultValue);
  }

  /** What it is for: one sentence. */
  public String help() {
    return help;
  }

  /** Whether another value can lead to other weights; only such settings must agree on resuming. */
  public boolean decidesResult() {
    return decidesResult;
  }

  @Override
  public String toString() {
    return name;
  }
}
