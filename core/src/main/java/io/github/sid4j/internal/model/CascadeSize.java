package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.internal.run.Machine;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * How large the cascade is that settings name, before any of it is there. Settings come with the
 * runs of others, and each in its range they still multiply: a cascade that this machine cannot
 * hold is refused before its memory is taken.
 */
public final class CascadeSize {
  /** Beside the weights there are the virtual machine, the data and what a step computes. */
  private static final double SHARE = 0.75;

  /** A tensor is drawn in double precision in an array of Java, and read from a file in one. */
  private static final int DRAWN_BYTES = Double.BYTES;

  private static final long LARGEST_FILE_TENSOR = (Integer.MAX_VALUE - 8L) / Float.BYTES;

  private final long memoryBytes;
  private final long heapBytes;

  /**
   * For a machine.
   *
   * @param memoryBytes of it
   * @param heapBytes that Java may take
   */
  public CascadeSize(long memoryBytes, long heapBytes) {
    this.memoryBytes = memoryBytes;
    this.heapBytes = heapBytes;
  }

  private static CascadeSize here() {
    return new CascadeSize(Machine.memoryBytes(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Makes sure that a cascade of the built-in networks can be trained here: its weights, those of
   * the best epoch, gradients and what the optimizer remembers, and the stored beliefs of all
   * samples, where losses read these.
   *
   * @param settings of the run
   * @param shape of one example
   * @param classes N
   * @param samples of the training part
   * @throws InputException if it needs more memory than there is, or if no cascade can be made so
   */
  public static void checkTraining(Settings settings, int[] shape, int classes, int samples) {
    int copies = copies(settings);
    CascadeSize here = here();
    here.checkBeliefs(
        settings, copies * here.check(settings, copies, shape, classes), samples, classes);
  }

  /**
   * Makes sure that stored beliefs can be held here.
   *
   * @param others numbers that are held at the same time
   */
  void checkBeliefs(Settings settings, long others, long samples, long classes) {
    boolean stored =
        settings.get(TeachingSetting.TEMPORAL_WEIGHT) > 0 || settings.get(TeachingSetting.ELR) > 0;
    long most = (long) (SHARE * memoryBytes / Float.BYTES) - others;
    if (stored && samples * classes > most) {
      throw new InputException(
          "stored beliefs of %s samples and %s classes".formatted(samples, classes),
          String.format(
              Locale.ROOT,
              "at most %,d numbers, for which %s of memory have room",
              most,
              size((double) memoryBytes)),
          String.format(Locale.ROOT, "%,d", samples * classes),
          "leave out temporal-weight and elr");
    }
  }

  /** Makes sure that a cascade can be held here. */
  static void check(Settings settings, int[] shape, int classes) {
    here().check(settings, 1, shape, classes);
  }

  /** How often a trained weight is there at least. */
  private static int copies(Settings settings) {
    if (!settings.get(ReshapeSetting.FROZEN).equals("none")) {
      return 2;
    }
    int slow = settings.get(TrainingSetting.LOOKAHEAD) > 0 ? 1 : 0;
    int average = settings.get(TrainingSetting.EMA) > 0 ? 1 : 0;
    boolean oneState = Set.of("sgd", "muon").contains(settings.get(TrainingSetting.OPTIMIZER));
    return (oneState ? 4 : 5) + slow + average;
  }

  /**
   * Counts, without a cascade.
   *
   * @param settings of the run
   * @param copies of each number that are held at the same time
   * @param shape of one example
   * @param classes N
   * @return the numbers of its parameters and buffers
   * @throws InputException if they are too many, or if no cascade can be made so
   */
  public long check(Settings settings, int copies, int[] shape, int classes) {
    // To measure blocks they would have to be there, and where a network is cut adds no numbers.
    Settings unmeasured = settings.with(ModelSetting.BALANCE, ModelSetting.BALANCE.defaultValue());
    long most = (long) (SHARE * memoryBytes / (copies * (double) Float.BYTES));
    long mostOfTensor = Math.min((long) (SHARE * heapBytes / DRAWN_BYTES), LARGEST_FILE_TENSOR);
    try (NumberCount count = new NumberCount(most, mostOfTensor)) {
      Cascades.made(unmeasured, shape, classes, Initializer.counting(count));
      return count.numbers();
    } catch (NumberCount.TooManyException e) {
      throw new InputException(
          sizes(settings),
          e.ofTensor()
              ? String.format(
                  Locale.ROOT,
                  "tensors of at most %,d numbers, for which Java's heap of %s has room",
                  mostOfTensor,
                  size((double) heapBytes))
              : String.format(
                  Locale.ROOT,
                  "a cascade of at most %,d numbers, for which %s of memory have room",
                  most,
                  size((double) memoryBytes)),
          Objects.toString(e.getMessage()),
          "choose smaller numbers");
    }
  }

  /** The settings that decide the size, for a message. */
  private static String sizes(Settings settings) {
    StringBuilder sizes = new StringBuilder();
    boolean staged = settings.get(ModelSetting.TOPOLOGY).equals("staged");
    sizes.append(staged ? "stages " : "modules ").append(settings.length());
    sizes.append(", features ").append(settings.get(ModelSetting.FEATURES));
    sizes.append(", hidden ").append(settings.get(ModelSetting.HIDDEN));
    sizes.append(", module-hidden ").append(settings.get(ModelSetting.MODULE_HIDDEN));
    sizes.append(", head-width ").append(settings.get(ModelSetting.HEAD_WIDTH));
    return sizes.append(", depth ").append(settings.get(ModelSetting.DEPTH)).toString();
  }

  private static String size(double bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
