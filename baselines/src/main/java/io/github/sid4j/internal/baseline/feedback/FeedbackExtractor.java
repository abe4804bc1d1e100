package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An extractor that keeps, as buffers, fixed random weights through which errors are handed back in
 * its cascade instead of through the cascade's own (feedback alignment). There is one for each
 * matrix and each kernel, except the first: behind that there is nothing to train.
 */
public final class FeedbackExtractor implements Layer {
  private static final String PREFIX = "feedback.";

  private final Layer plain;
  private final Parameters weights;
  private final Parameters feedback;

  private FeedbackExtractor(Layer plain, Parameters weights, Parameters feedback) {
    this.plain = plain;
    this.weights = weights;
    this.feedback = feedback;
  }

  /**
   * Gives a cascade its feedback weights.
   *
   * @param plain the cascade as it was made
   * @param other one of the same layers, drawn in the same way; its weights become the feedback
   * @return over the tensors of the first
   */
  public static Cascade of(Cascade plain, Cascade other) {
    Map<String, Tensor> drawn = other.parameters().byName();
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Map<String, Tensor> feedback = new LinkedHashMap<>();
    try (Scope making = Scope.open()) {
      plain.parameters().byName().entrySet().stream()
          .filter(entry -> entry.getKey().endsWith("weight"))
          .filter(entry -> entry.getValue().shape().length > 1)
          .skip(1)
          .forEach(
              entry -> {
                weights.put(entry.getKey(), entry.getValue());
                feedback.put(
                    PREFIX + entry.getKey(), making.keep(drawn.get(entry.getKey()).detach()));
              });
    }
    Layer extractor =
        new FeedbackExtractor(plain.extractor(), Parameters.of(weights), Parameters.of(feedback));
    return new Cascade(extractor, plain.modules(), plain.classes());
  }

  /**
   * The weights that have feedback in their place on the way back.
   *
   * @return of extractor and modules, in their order
   */
  public List<Tensor> weights() {
    return weights.tensors();
  }

  /**
   * What is in their place.
   *
   * @return in the same order and of the same shapes
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
  public Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public Parameters buffers() {
    return plain.buffers().and(feedback);
  }
}
