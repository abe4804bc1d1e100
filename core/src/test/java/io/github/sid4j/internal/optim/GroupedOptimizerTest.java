package io.github.sid4j.internal.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two groups that take turns in the order of the parameters. */
class GroupedOptimizerTest {
  private static Tensor number(double value) {
    return Tensor.of(new double[] {value}, 1);
  }

  @Test
  void eachParameterFollowsItsOwnGradientByTheRuleOfItsGroup() {
    try (Scope scope = Scope.open()) {
      Map<String, Tensor> all = new LinkedHashMap<>();
      List.of("a1", "b1", "a2", "b2").forEach(name -> all.put(name, number(0)));
      Optimizer.Factory plain = Sgd.sgd(0, 0);
      Optimizer grouped =
          GroupedOptimizer.of((name, value) -> name.startsWith("a"), plain, plain.timesRate(10))
              .create(Parameters.of(all));

      grouped.step(List.of(number(1), number(2), number(3), number(4)), 0.1);

      double[] found = all.values().stream().mapToDouble(Tensor::item).toArray();
      assertThat(found).containsExactly(new double[] {-0.1, -2, -0.3, -4}, within(1e-12));
    }
  }
}
