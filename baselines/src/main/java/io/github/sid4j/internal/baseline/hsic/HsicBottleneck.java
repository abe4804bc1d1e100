package io.github.sid4j.internal.baseline.hsic;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.method.Readout;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.Layer;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The HSIC bottleneck (Ma, Lewis and Kleijn, AAAI 2020, arXiv 1908.01580): each piece of an
 * extractor is trained alone, to give features h that depend little on the input and much on the
 * label: {@code nHSIC(h, x) - beta nHSIC(h, y)}. The classifier learns from the cross-entropy on
 * the last features as they are; their "format training", in the same run.
 */
public final class HsicBottleneck implements StepwiseMethod {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final Hsic hsic;
  private final double beta;

  /**
   * Prepares the method.
   *
   * @param cascade a whole network; trained in place
   * @param objective by which the modules are measured; its target is used
   * @param optimizers of its parts
   * @param hsic the criterion
   * @param beta weight of the label, above 0; the authors' is 500
   */
  public HsicBottleneck(
      Cascade cascade, Objective objective, Optimizers optimizers, Hsic hsic, double beta) {
    Readout.check(cascade);
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
    this.hsic = hsic;
    this.beta = beta;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor views = views(input, target);
      List<Tensor> gradients = new ArrayList<>();
      double sum = 0;
      Tensor h = input;
      for (Layer piece : cascade.extractor().pieces()) {
        try (Scope scope = Scope.open()) {
          Tensor features = piece.forward(h.detach());
          if (!features.isFinite()) {
            throw new DivergedException("extractor", "features that are not finite");
          }
          Tensor loss = Hsic.dependence(hsic.kernel(features), views);
          sum += loss.item();
          List<Tensor> parameters = piece.parameters().tensors();
          Autograd.gradients(loss, parameters)
              .forEach(gradient -> gradients.add(scope.moveTo(step, gradient)));
          h = scope.moveTo(step, features.detach());
        }
      }
      Readout readout = new Readout(cascade, h, target);
      List<Measure> measures = objective.measures(readout.beliefs(), target);
      optimizers.stepExtractor(gradients, learningRate);
      optimizers.stepModule(0, readout.backward().parameters(), learningRate);
      return new StepReport(sum + readout.loss(), target.labels().count(), measures);
    }
  }

  /** What the features are compared with: the input, less beta times the label. */
  private Tensor views(Tensor input, Target target) {
    try (Autograd.Mode off = Autograd.off()) {
      return hsic.kernel(input).minus(hsic.kernel(target.distribution()).times(beta));
    }
  }
}
