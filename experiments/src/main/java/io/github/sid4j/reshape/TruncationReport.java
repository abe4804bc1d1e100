package io.github.sid4j.reshape;

import io.github.sid4j.internal.reshape.DepthChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cascade that was cut off.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param run folder of the run that was cut, as it was named
 * @param out folder of the shorter one
 * @param testSize samples of the test part
 * @param before the whole cascade
 * @param after what is left of it, measured from its own folder
 * @param depths every depth that there was to choose from, from 1
 * @param choice why so many modules are left; null where the number was given
 */
public record TruncationReport(
    String run,
    String out,
    int testSize,
    Size before,
    Size after,
    List<Depth> depths,
    @Nullable DepthChoice choice) {
  /** Keeps a copy that cannot be changed. */
  public TruncationReport {
    depths = List.copyOf(depths);
  }

  /**
   * The same with the reason for its length.
   *
   * @param made how the length was chosen
   * @return a copy
   */
  public TruncationReport with(DepthChoice made) {
    return new TruncationReport(run, out, testSize, before, after, depths, made);
  }

  /**
   * What a cascade costs and can do, with the weights of the best epoch.
   *
   * @param modules its length
   * @param parameters values that were trained
   * @param weightBytes size of the file of its weights
   * @param secondsPerSample time of inference, by a batch of 64 samples, median; measured on random
   *     numbers with the run's threads and precision
   * @param testAccuracy of its last module, 0 to 1
   */
  public record Size(
      int modules,
      long parameters,
      long weightBytes,
      double secondsPerSample,
      double testAccuracy) {}

  /**
   * A depth at which the cascade could be cut, with the weights of the best epoch.
   *
   * @param modules that would be left
   * @param parameters of these and the extractor
   * @param validationAccuracy of the last of them; null without a validation part
   * @param testAccuracy of the last of them; nothing is chosen by it
   */
  public record Depth(
      int modules, long parameters, @Nullable Double validationAccuracy, double testAccuracy) {}
}
