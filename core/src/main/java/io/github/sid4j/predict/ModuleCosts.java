package io.github.sid4j.predict;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Tally;
import io.github.sid4j.internal.model.InputTensors;
import java.util.ArrayList;
import java.util.List;

/** What the modules of a cascade cost at inference, in multiplications. */
final class ModuleCosts {
  private ModuleCosts() {}

  /**
   * Takes one sample through a cascade.
   *
   * @param cascade in single precision
   * @param shape of one example
   * @return the share of all multiplications up to and with each module; the extractor's are the
   *     first module's. Modules alike where nothing is multiplied
   */
  static List<Double> cumulative(Cascade cascade, int... shape) {
    List<Long> products = new ArrayList<>();
    try (Autograd.Mode off = Autograd.off();
        Scope scope = Scope.open();
        Tally tally = Tally.open()) {
      Tensor input = InputTensors.random(1, shape, cascade.device());
      Tensor features = cascade.extractor().forward(input);
      Tensor belief = cascade.firstBelief(features).probabilities();
      for (BeliefModule module : cascade.modules()) {
        features = module.advance(features);
        belief = Functional.softmax(module.logits(belief, features));
        products.add(tally.products());
      }
    }
    double all = products.get(products.size() - 1);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      shares.add(all == 0 ? (i + 1.0) / products.size() : products.get(i) / all);
    }
    return shares;
  }
}
