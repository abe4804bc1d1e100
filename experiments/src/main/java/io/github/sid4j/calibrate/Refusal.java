package io.github.sid4j.calibrate;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That a model is to say "none of these" of an answer that is not probable enough.
 *
 * <p>Immutable, and as safe for several threads as what reads the unknown examples.
 *
 * @param share of the validation part that may be refused, at least 0 and at most 0.5
 * @param unknown reads examples of classes that the model does not know, to measure how many are
 *     refused; null without any
 */
public record Refusal(double share, @Nullable Unknown unknown) {
  /** The share unless another is asked for. */
  public static final double SHARE = 0.05;

  private static final double MOST = 0.5;

  /**
   * Checks the share.
   *
   * @throws InputException if it is out of range
   */
  public Refusal {
    if (!(share >= 0 && share <= MOST)) {
      throw new InputException(
          "none of these", "a share from 0 to 0.5", Double.toString(share), "correct it");
    }
  }

  /** Examples of unknown classes. */
  @FunctionalInterface
  public interface Unknown {
    /**
     * Reads them, some at a time.
     *
     * @param groups gets examples as the encoding of the model prepares them
     * @throws IOException if a file cannot be read
     */
    void read(Consumer<List<float[]>> groups) throws IOException;
  }
}
