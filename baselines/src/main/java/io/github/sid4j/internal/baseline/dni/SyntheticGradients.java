package io.github.sid4j.internal.baseline.dni;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.method.DetachedPiece;
import io.github.sid4j.internal.method.LocalGradients;
import io.github.sid4j.internal.method.Readout;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoupled neural interfaces (Jaderberg et al., ICML 2017, arXiv 1608.05343): a network in pieces,
 * of which each but the last learns from a synthetic gradient on what it gives, predicted from that
 * and the label, instead of waiting for the true one. The predictor learns, by the squared error,
 * from the gradient that the next piece hands back: the true one before the last piece, and before
 * that what follows from the next synthetic gradient. The classifier belongs to the last piece.
 */
public final class SyntheticGradients implements StepwiseMethod {
  private final Cascade cascade;
  private final List<GradientPredictor> synthesizers;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade a whole network that has a {@link SyntheticExtractor}; trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public SyntheticGradients(Cascade cascade, Objective objective, Optimizers optimizers) {
    if (!(ForwardingLayer.innermost(cascade.extractor()) instanceof SyntheticExtractor extractor)) {
      throw new IllegalArgumentException(
          "synthetic gradients expected an extractor with their predictors");
    }
    Readout.check(cascade);
    this.cascade = cascade;
    this.synthesizers = extractor.synthesizers();
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<DetachedPiece> pieces = DetachedPiece.all(cascade.extractor(), input, true);
      List<Tensor> predictions = predict(pieces, target);
      Readout readout = new Readout(cascade, pieces.get(predictions.size()).out(), target);
      List<Measure> measures = objective.measures(readout.beliefs(), target);
      LocalGradients ofClassifier = readout.backward();
      double samples = target.labels().count();
      List<Tensor> gradients = new ArrayList<>();
      List<Tensor> ofPredictors = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        boolean last = i == predictions.size();
        // Predicted is the gradient of a sample's own loss, which the batch divides by its size.
        LocalGradients found =
            pieces
                .get(i)
                .backward(
                    last ? ofClassifier.input() : predictions.get(i).detach().times(1 / samples));
        gradients.addAll(found.parameters());
        if (i > 0) {
          Tensor handedBack = found.input().widened().times(samples);
          ofPredictors.addAll(learn(i - 1, predictions.get(i - 1), handedBack, samples));
        }
      }
      gradients.addAll(ofPredictors);
      // No part's gradients depend on another's update, so that all can be updated together.
      optimizers.stepExtractor(gradients, learningRate);
      optimizers.stepModule(0, ofClassifier.parameters(), learningRate);
      return new StepReport(readout.loss(), target.labels().count(), measures);
    }
  }

  /** The gradients of each sample's loss on what the pieces but the last gave, as predicted. */
  private List<Tensor> predict(List<DetachedPiece> pieces, Target target) {
    List<Tensor> predictions = new ArrayList<>();
    try (Precision.Mode mode = cascade.precision().open()) {
      for (int i = 0; i < synthesizers.size(); i++) {
        Tensor features = pieces.get(i).out().detach();
        predictions.add(synthesizers.get(i).forward(features, target.distribution()).widened());
      }
    }
    return predictions;
  }

  /** The gradients of a predictor's squared error, mean over the batch. */
  private List<Tensor> learn(int index, Tensor prediction, Tensor handedBack, double samples) {
    Tensor seed = prediction.detach().minus(handedBack).times(2 / samples);
    return Autograd.gradients(prediction, seed, synthesizers.get(index).parameters().tensors());
  }
}
