package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Engine;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/**
 * The arithmetic that linear layers and convolutions are computed in. Parameters stay what they
 * are, and so does what is computed from a layer's result by anything but further layers.
 *
 * <p>Constants, safe for several threads.
 */
public enum Precision {
  /** The type of the parameters: single precision, if nothing else was asked for. */
  FP32,
  /**
   * bfloat16: parameters and inputs are rounded to 8 bits of mantissa for each product, which is
   * summed in single precision. Several times faster on CPUs that have instructions for it, and
   * slower on others.
   */
  BF16;

  /** A stretch of code in one precision; ends with {@link #close()}. */
  public static final class Mode implements AutoCloseable {
    /** Those that compute in reduced precision; the mode of one that is not used costs nothing. */
    private static final List<torch.DeviceType> DEVICES =
        List.of(torch.DeviceType.CPU, torch.DeviceType.CUDA);

    private final List<Boolean> before;

    private Mode(boolean reduced) {
      before = DEVICES.stream().map(torch::is_autocast_enabled).toList();
      DEVICES.forEach(device -> torch.set_autocast_enabled(device, reduced));
      // The type that CUDA would take by itself has fewer exponents.
      torch.set_autocast_dtype(torch.DeviceType.CUDA, torch.ScalarType.BFloat16);
      torch.increment_nesting();
    }

    @Override
    public void close() {
      if (torch.decrement_nesting() == 0) {
        // The rounded parameters: after the next update they would be those of the step before.
        torch.clear_cache();
      }
      for (int i = 0; i < before.size(); i++) {
        torch.set_autocast_enabled(DEVICES.get(i), before.get(i));
      }
    }
  }

  /**
   * Computes in this precision on this thread until the result is closed.
   *
   * @return for a try-with-resources
   */
  public Mode open() {
    Engine.start();
    return new Mode(this == BF16);
  }

  /**
   * The name in settings and reports.
   *
   * @return {@code fp32} or {@code bf16}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The precision of a name.
   *
   * @param label as {@link #label()} gives it
   * @return that precision
   */
  public static Precision of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
