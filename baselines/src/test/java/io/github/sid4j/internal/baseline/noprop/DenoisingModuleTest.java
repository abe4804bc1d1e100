package io.github.sid4j.internal.baseline.noprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DenoisingModuleTest {
  /** As the authors' alpha, which goes from 1 to 0.1, read from the noisy end as they infer. */
  @Test
  void theFirstLearnsFromATenthOfTheLabelAndTheLastFromAllOfIt() {
    Settings settings =
        Settings.parse(Map.of("method", "noprop-simplified", "modules", "4", "network", "mlp"));
    Cascade cascade =
        Cascades.create(settings, new int[] {5}, 2, new Initializer(1, DType.FLOAT64));
    double[] signals = {0.1, 0.4, 0.7, 1};
    for (int i = 0; i < signals.length; i++) {
      try (Scope scope = Scope.open()) {
        Tensor label = Tensor.full(3, DType.FLOAT64, 4000, 2);
        double[] noised = ((DenoisingModule) cascade.modules().get(i)).noised(label).toDoubles();
        double mean = Arrays.stream(noised).average().orElseThrow();
        double variance =
            Arrays.stream(noised).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(3 * Math.sqrt(signals[i]), within(0.05));
        assertThat(variance).isCloseTo(1 - signals[i], within(0.05));
      }
    }
  }
}
