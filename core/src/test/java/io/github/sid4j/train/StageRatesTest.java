package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageRatesTest {
  private static Settings settings(String topology, String decay) {
    Map<String, String> texts =
        new HashMap<>(Map.of("network", "mlp", "hidden", "4", "features", "3", "optimizer", "sgd"));
    texts.put("topology", topology);
    texts.put("stage-lr-decay", decay);
    if (topology.equals("staged")) {
      texts.put("stages", "3");
    }
    return Settings.parse(texts);
  }

  /** How far one step at rate 1 with gradients of 1 moves the parameters of each module. */
  private static double[] moved(String decay) {
    try (Scope scope = Scope.open()) {
      Settings settings = settings("staged", decay);
      Cascade cascade =
          Cascades.create(settings, new int[] {5}, 2, new Initializer(1, DType.FLOAT32));
      double[] moved = new double[cascade.depth()];
      try (Optimizers optimizers = new TrainingComponents(settings).optimizers(cascade)) {
        for (int i = 0; i < moved.length; i++) {
          List<Tensor> parameters = cascade.modules().get(i).parameters().tensors();
          double before = parameters.get(0).toDoubles()[0];
          List<Tensor> ones =
              parameters.stream().map(p -> Tensor.full(1, DType.FLOAT32, p.shape())).toList();
          optimizers.stepModule(i, ones, 1);
          moved[i] = before - parameters.get(0).toDoubles()[0];
        }
      }
      cascade.close();
      return moved;
    }
  }

  @Test
  void earlierStagesLearnAtLowerRates() {
    double full = moved("1")[2];
    double[] moved = moved("0.5");
    assertThat(moved[2]).isCloseTo(full, within(1e-5));
    assertThat(moved[1]).isCloseTo(full / 2, within(1e-5));
    assertThat(moved[0]).isCloseTo(full / 4, within(1e-5));
  }

  @Test
  void withoutStagesThereIsNothingToDecay() {
    assertThatThrownBy(() -> settings("shared", "0.5"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stage-lr-decay");
  }
}
