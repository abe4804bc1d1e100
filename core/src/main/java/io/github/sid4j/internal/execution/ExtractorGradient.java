package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the modules' gradients on the extractor's features. Floating-point sums depend on
 * their order, so every strategy adds in the order of the modules.
 */
final class ExtractorGradient {
  private final Scope step;
  private @Nullable Tensor sum;

  /** The sum lives in the scope of the step. */
  ExtractorGradient(Scope step) {
    this.step = step;
  }

  /** Adds the next module's gradient, null for none, that was kept from its scope. */
  void add(@Nullable Tensor gradient) {
    if (gradient == null) {
      return;
    }
    step.adopt(gradient);
    if (sum == null) {
      sum = gradient;
    } else {
      sum.inPlace().plus(gradient, 1);
      gradient.close();
    }
  }

  /** Pushes the sum once through the extractor. */
  void backward(Cascade cascade, Tensor features, Execution.Updates updates) {
    List<Tensor> parameters = cascade.extractor().parameters().tensors();
    if (sum != null && !parameters.isEmpty()) {
      updates.extractor(Autograd.gradients(features, sum, parameters));
    }
  }
}
