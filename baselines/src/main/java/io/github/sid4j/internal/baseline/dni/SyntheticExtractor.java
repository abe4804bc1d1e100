package io.github.sid4j.internal.baseline.dni;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.OutputShape;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An extractor in pieces, with a predictor of the gradient on what each piece gives but the last: a
 * decoupled neural interface between it and the next. The predictors are trained with the extractor
 * and only in training looked at.
 */
public final class SyntheticExtractor implements Layer, Composite {
  private final Layer plain;
  private final List<GradientPredictor> synthesizers;

  private SyntheticExtractor(Layer plain, List<GradientPredictor> synthesizers) {
    this.plain = plain;
    this.synthesizers = synthesizers;
  }

  /**
   * Hidden widths of the predictors, by what they read.
   *
   * @param ofVectors at least 1
   * @param ofImages channels, at least 1
   */
  public record Widths(int ofVectors, int ofImages) {}

  /**
   * Gives a cascade its predictors.
   *
   * @param plain the cascade as it was made; its extractor has at least two pieces, which give
   *     vectors or images
   * @param shape of one example
   * @param widths of the predictors
   * @param init draws their parameters
   * @return over the same tensors, and those of the predictors
   */
  public static Cascade of(Cascade plain, int[] shape, Widths widths, Initializer init) {
    List<GradientPredictor> synthesizers = new ArrayList<>();
    List<Layer> pieces = plain.extractor().pieces();
    for (long[] given : OutputShape.ofEach(pieces.subList(0, pieces.size() - 1), shape)) {
      boolean images = given.length == 3;
      int width = images ? widths.ofImages() : widths.ofVectors();
      synthesizers.add(
          new GradientPredictor(Math.toIntExact(given[0]), images, plain.classes(), width, init));
    }
    Layer extractor = new SyntheticExtractor(plain.extractor(), List.copyOf(synthesizers));
    return new Cascade(extractor, plain.modules(), plain.classes());
  }

  /**
   * The predictors.
   *
   * @return one less than pieces, in their order
   */
  public List<GradientPredictor> synthesizers() {
    return synthesizers;
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

  /** The predictors alone. */
  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    synthesizers.forEach(each -> parts.put("synthesizer" + (parts.size() + 1), each));
    return parts;
  }

  /** Those of the pieces, then those of the predictors. */
  @Override
  public Parameters parameters() {
    return plain.parameters().and(Parameters.join(parts()));
  }

  @Override
  public Parameters buffers() {
    return plain.buffers();
  }
}
