package io.github.sid4j.predict;

/**
 * The library that computes predictions. Probabilities of both agree to about 1e-6. Immutable, and
 * so safe for several threads.
 */
public enum InferenceEngine {
  /** That of the training. Needs nothing else, and starts at once. */
  LIBTORCH("libtorch"),
  /**
   * ONNX Runtime, in single precision on the processor. Single examples take a fraction of the
   * time; opening takes longer, and the weights are in memory twice. Needs {@code sid4j-onnx}.
   */
  ONNX_RUNTIME("onnxruntime");

  private final String wireName;

  InferenceEngine(String wireName) {
    this.wireName = wireName;
  }

  /**
   * As flags and files have it.
   *
   * @return the name
   */
  public String wireName() {
    return wireName;
  }
}
