package io.github.sid4j.predict;

import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.Weights;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a classifier works.
 *
 * @param weights which of the run
 * @param precision that layers compute in; null for that of the training
 * @param threads of one call, at least 1
 * @param batch how many examples go through together, at least 1; null for 64, or fewer where
 *     examples are so large that 64 would need much memory (10 photos of 224x224)
 * @param exit when to stop early; null for what {@code sid calibrate} stored with the model, or
 *     never
 * @param device to compute on, whichever the run was trained on
 * @param engine that computes; ONNX Runtime does in single precision on the processor alone
 * @param calibrated whether what {@code sid calibrate} stored with the best weights is used:
 *     probabilities at its temperatures, and its rule unless another is given
 */
public record ClassifierOptions(
    Weights weights,
    @Nullable Precision precision,
    int threads,
    @Nullable Integer batch,
    @Nullable ExitRule exit,
    Device device,
    InferenceEngine engine,
    boolean calibrated) {
  private static final int MOST_THREADS = 1024;
  private static final int MOST_BATCH = 1_000_000;

  /**
   * Checks the numbers, and what the engine can do.
   *
   * @throws IllegalArgumentException if one is below 1, or above 1024 threads or a million examples
   * @throws InputException if ONNX Runtime is to compute in bfloat16 or on another device
   */
  public ClassifierOptions {
    boolean isBatch = batch == null || (batch >= 1 && batch <= MOST_BATCH);
    if (threads < 1 || threads > MOST_THREADS || !isBatch) {
      throw new IllegalArgumentException(
          "expected 1 to %s threads and a batch of 1 to %s, found %s and %s"
              .formatted(MOST_THREADS, MOST_BATCH, threads, batch));
    }
    if (engine == InferenceEngine.ONNX_RUNTIME
        && (precision == Precision.BF16 || !device.equals(Device.CPU))) {
      throw new InputException(
          "engine onnxruntime",
          "precision fp32 on the device cpu",
          (precision == null
                  ? "that of the training"
                  : precision.toString().toLowerCase(Locale.ROOT))
              + " on "
              + device.name(),
          "leave precision and device out, or choose the engine libtorch");
    }
  }

  /**
   * The best weights, in the precision of the training, on all cores.
   *
   * @return 64 examples at a time, or fewer large ones
   */
  public static ClassifierOptions defaults() {
    return new ClassifierOptions(
        Weights.BEST,
        null,
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
        null,
        null,
        Device.CPU,
        InferenceEngine.LIBTORCH,
        true);
  }

  /**
   * With other weights.
   *
   * @param other which
   * @return a copy
   */
  public ClassifierOptions with(Weights other) {
    return new ClassifierOptions(
        other, precision, threads, batch, exit, device, engine, calibrated);
  }

  /**
   * In another precision.
   *
   * @param other for layers
   * @return a copy
   */
  public ClassifierOptions with(Precision other) {
    return new ClassifierOptions(weights, other, threads, batch, exit, device, engine, calibrated);
  }

  /**
   * With another rule of when to stop early.
   *
   * @param other instead of what is stored with the model
   * @return a copy
   */
  public ClassifierOptions with(ExitRule other) {
    return new ClassifierOptions(
        weights, precision, threads, batch, other, device, engine, calibrated);
  }

  /**
   * With other threads. A server that calls from several threads wants 1.
   *
   * @param other of one call
   * @return a copy
   */
  public ClassifierOptions withThreads(int other) {
    return new ClassifierOptions(
        weights, precision, other, batch, exit, device, engine, calibrated);
  }

  /**
   * With other batches.
   *
   * @param other how many examples go through together
   * @return a copy
   */
  public ClassifierOptions withBatch(int other) {
    return new ClassifierOptions(
        weights, precision, threads, other, exit, device, engine, calibrated);
  }

  /**
   * On another device than the processor.
   *
   * @param other which is there
   * @return a copy
   */
  public ClassifierOptions with(Device other) {
    return new ClassifierOptions(
        weights, precision, threads, batch, exit, other, engine, calibrated);
  }

  /**
   * By another engine.
   *
   * @param other that computes
   * @return a copy
   * @throws InputException if it cannot compute in the precision or on the device that was chosen
   */
  public ClassifierOptions with(InferenceEngine other) {
    return new ClassifierOptions(
        weights, precision, threads, batch, exit, device, other, calibrated);
  }

  /**
   * Without what is stored with the model.
   *
   * @return a copy
   */
  public ClassifierOptions uncalibrated() {
    return new ClassifierOptions(weights, precision, threads, batch, exit, device, engine, false);
  }
}
