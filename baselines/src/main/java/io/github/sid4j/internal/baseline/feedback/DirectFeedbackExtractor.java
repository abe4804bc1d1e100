package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.OutputShape;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An extractor that keeps, as buffers, a fixed random matrix for each of its pieces, through which
 * the error at the cascade's output is sent straight to what the piece gives (direct feedback
 * alignment).
 */
public final class DirectFeedbackExtractor implements Layer {
  private static final String PREFIX = "feedback.";

  private final Layer plain;
  private final Parameters feedback;

  private DirectFeedbackExtractor(Layer plain, Parameters feedback) {
    this.plain = plain;
    this.feedback = feedback;
  }

  /**
   * Gives a cascade its matrices: uniform in plus or minus {@code 1 / sqrt(n)} for a piece that
   * gives n numbers, as in the code of Nøkland (NeurIPS 2016).
   *
   * @param plain the cascade as it was made
   * @param shape of one example
   * @param init draws the matrices
   * @return over the same tensors
   */
  public static Cascade of(Cascade plain, int[] shape, Initializer init) {
    Map<String, Tensor> feedback = new LinkedHashMap<>();
    for (long[] given : OutputShape.ofEach(plain.extractor().pieces(), shape)) {
      long numbers = Arrays.stream(given).reduce(1, Math::multiplyExact);
      feedback.put(
          PREFIX + (feedback.size() + 1), init.uniformBuffer(numbers, plain.classes(), numbers));
    }
    Layer extractor = new DirectFeedbackExtractor(plain.extractor(), Parameters.of(feedback));
    return new Cascade(extractor, plain.modules(), plain.classes());
  }

  /**
   * The matrices.
   *
   * @return [N, n] for each piece, where it gives n numbers for a sample
   */
  public List<Tensor> feedback() {
    return feedback.tensors();
  }

  /**
   * The extractor itself: all that inference needs.
   *
   * @return as it was given
   */
  public Layer plain() {
    return plain;
  }

  @Override
  public Tensor forward(Tensor x) {
    return plain.forward(x);
  }

  @Override
  public List<Layer> pieces() {
    return plain.pieces();
  }

  @Override
  public Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public Parameters buffers() {
    return plain.buffers().and(feedback);
  }
}
