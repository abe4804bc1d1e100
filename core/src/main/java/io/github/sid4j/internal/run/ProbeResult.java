package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of a trained cascade know and learn: {@code probe.json}.
 *
 * @param formatVersion 1
 * @param version of sid4j that made it
 * @param part that was measured: {@code validation}, or {@code test} where there is no validation
 *     part
 * @param fitted samples of the training part that linear probes were fitted to
 * @param measured samples of the measured part
 * @param batches of the training part that gradients were taken of
 * @param extractorCosine as {@link ModuleProbe#cosine}, of the shared extractor; null where it has
 *     no parameters, is not trained, or the local losses have no gradient in closed form
 * @param modules in order of depth
 * @param columns of a table, the one that the last module needs most first; empty for other data
 * @param inputs of samples of several, in the order of the modules that read them; empty for other
 *     data
 */
public record ProbeResult(
    int formatVersion,
    String version,
    String part,
    int fitted,
    int measured,
    int batches,
    @Nullable Double extractorCosine,
    List<ModuleProbe> modules,
    @OptionalField List<ColumnProbe> columns,
    @OptionalField List<InputProbe> inputs) {
  /** The form of the file. */
  public static final int FORMAT = 1;

  /** Keeps copies that cannot be changed. */
  public ProbeResult {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(part, "part");
    modules = AsRead.list(modules);
    columns = AsRead.list(columns);
    inputs = AsRead.list(inputs);
  }

  /**
   * A module.
   *
   * @param index from 1
   * @param accuracy of its own belief, as a share
   * @param linearAccuracy of a linear classifier on the features that it reads, as a share
   * @param inputError share of the variance of the input that a linear map of these features does
   *     not give back; null where inputs have no numbers of their own, such as texts
   * @param cosine of the angle between the gradient of its local loss on its parameters and that of
   *     the last module's loss, backpropagated; null where it has no parameters or none are trained
   * @param settled share of samples whose class is the last module's from this module on
   */
  public record ModuleProbe(
      int index,
      double accuracy,
      double linearAccuracy,
      @Nullable Double inputError,
      @Nullable Double cosine,
      double settled) {}

  /**
   * A column of a table.
   *
   * @param name in the header
   * @param losses by module, the accuracy that it loses when the column's cells change places at
   *     random, as a share, mean over several times
   * @param deviations by module, the standard deviation over these times
   */
  public record ColumnProbe(String name, List<Double> losses, List<Double> deviations) {
    /** Keeps copies that cannot be changed. */
    public ColumnProbe {
      losses = AsRead.list(losses);
      deviations = AsRead.list(deviations);
    }
  }

  /**
   * One of several inputs.
   *
   * @param name of its column, or {@code table}
   * @param without by module, the accuracy where samples lack it, as a share
   * @param alone by module, the accuracy where samples have nothing else, as a share
   */
  public record InputProbe(String name, List<Double> without, List<Double> alone) {
    /** Keeps copies that cannot be changed. */
    public InputProbe {
      without = AsRead.list(without);
      alone = AsRead.list(alone);
    }
  }
}
