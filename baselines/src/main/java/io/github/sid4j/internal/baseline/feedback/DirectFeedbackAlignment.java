package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.method.DetachedPiece;
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
 * Direct feedback alignment (Nøkland, NeurIPS 2016, arXiv 1609.01596): the error at the output,
 * {@code e = p - p_y}, is sent through a fixed random matrix straight to what each piece of the
 * extractor gives, and the piece learns from that by its own backward. Nothing is handed back from
 * piece to piece. The classifier learns from e itself.
 */
public final class DirectFeedbackAlignment implements StepwiseMethod {
  private final Cascade cascade;
  private final List<Tensor> feedback;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade a whole network that has a {@link DirectFeedbackExtractor}; trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public DirectFeedbackAlignment(Cascade cascade, Objective objective, Optimizers optimizers) {
    if (!(ForwardingLayer.innermost(cascade.extractor())
        instanceof DirectFeedbackExtractor extractor)) {
      throw new IllegalArgumentException(
          "direct feedback alignment expected an extractor with direct feedback");
    }
    Readout.check(cascade);
    this.cascade = cascade;
    this.feedback = extractor.feedback();
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<DetachedPiece> pieces = DetachedPiece.all(cascade.extractor(), input, false);
      Readout readout = new Readout(cascade, pieces.get(pieces.size() - 1).out(), target);
      List<Measure> measures = objective.measures(readout.beliefs(), target);
      Tensor error = readout.error();
      List<Tensor> gradients = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        DetachedPiece piece = pieces.get(i);
        Tensor sent = error.matmul(feedback.get(i)).reshape(piece.out().shape());
        gradients.addAll(piece.backward(sent).parameters());
      }
      optimizers.stepExtractor(gradients, learningRate);
      optimizers.stepModule(0, readout.backward().parameters(), learningRate);
      return new StepReport(readout.loss(), target.labels().count(), measures);
    }
  }
}
