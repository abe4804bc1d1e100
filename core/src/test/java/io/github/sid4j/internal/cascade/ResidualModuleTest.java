package io.github.sid4j.internal.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualModuleTest {
  private static final Initializer INIT = new Initializer(1, DType.FLOAT32);

  private static Cascade cascade(String topology, String residual) {
    Settings settings =
        Settings.parse(
            Map.of(
                "network",
                "mlp",
                "topology",
                topology,
                "modules",
                "3",
                "stages",
                "3",
                "residual-beliefs",
                residual));
    return Cascades.create(settings, new int[] {6}, 4, new Initializer(2, DType.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({"shared", "staged"})
  void aCascadeBeginsWithEveryModuleCopyingTheFirst(String topology) {
    try (Scope scope = Scope.open()) {
      Tensor input = new Draw(1).tensor(DType.FLOAT32, 1, 5, 6);
      List<Belief> beliefs = cascade(topology, "true").beliefs(input);
      double[] first = beliefs.get(0).toDoubles();
      for (Belief later : beliefs) {
        assertThat(later.toDoubles()).containsExactly(first, within(1e-6));
      }
      assertThat(cascade(topology, "false").beliefs(input).get(1).toDoubles()).isNotEqualTo(first);
    }
  }

  @Test
  void theFirstModuleHasNothingToCopyAndAllOthersHaveAGain() {
    try (Scope scope = Scope.open()) {
      assertThat(cascade("staged", "true").parameters().byName().keySet())
          .filteredOn(name -> name.endsWith(".gain"))
          .containsExactly("module2.gain", "module3.gain");
    }
  }

  /** Heads behind stages that are not trained keep their gains. */
  @Test
  void frozenStagesLeaveTheGainToTrain() {
    Settings settings =
        Settings.parse(
            Map.of(
                "network",
                "mlp",
                "topology",
                "staged",
                "stages",
                "2",
                "frozen",
                "extractor",
                "residual-beliefs",
                "true"));
    try (Scope scope = Scope.open()) {
      Cascade frozen =
          Cascades.create(settings, new int[] {6}, 4, new Initializer(2, DType.FLOAT32));
      assertThat(frozen.parameters().byName().keySet())
          .contains("module2.gain", "module2.head.fc1.weight")
          .noneMatch(name -> name.contains(".stage."));
      assertThat(frozen.buffers().byName().keySet()).anyMatch(name -> name.contains("2.stage."));
    }
  }

  @Test
  void logitsAreThoseOfTheOtherModuleAndTheGainedLogarithms() {
    try (Scope scope = Scope.open()) {
      MlpModule plain = new MlpModule(new Mlp(5, 3, 2, INIT));
      ResidualModule module = new ResidualModule(plain, INIT);
      try (Autograd.Mode off = Autograd.off()) {
        module.gain().inPlace().times(0.5);
      }
      Tensor before = Tensor.of(new float[] {0.25f, 0.75f}, 1, 2);
      Tensor features = new Draw(2).tensor(DType.FLOAT32, 1, 1, 3);
      double[] own = plain.logits(before, features).toDoubles();
      assertThat(module.logits(before, features).toDoubles())
          .containsExactly(
              new double[] {own[0] + 0.5 * Math.log(0.25), own[1] + 0.5 * Math.log(0.75)},
              within(1e-6));
    }
  }

  @Test
  void noGradientReachesTheBeliefBeforeThroughTheSum() {
    try (Scope scope = Scope.open()) {
      // With a last layer of zeros the sum is the only way.
      ResidualModule module =
          new ResidualModule(new MlpModule(Mlp.endingInZeros(5, 3, 2, INIT)), INIT);
      Tensor before = Tensor.of(new float[] {0.25f, 0.75f}, 1, 2).requireGradient();
      Tensor logits = module.logits(before, new Draw(2).tensor(DType.FLOAT32, 1, 1, 3));
      List<Tensor> inputs = new ArrayList<>(List.of(before, module.gain()));
      List<Tensor> gradients =
          Autograd.gradients(logits, Tensor.of(new float[] {1, 0}, 1, 2), inputs);
      assertThat(gradients.get(0).toDoubles()).containsOnly(0);
      assertThat(gradients.get(1).toDoubles())
          .containsExactly(new double[] {Math.log(0.25)}, within(1e-6));
    }
  }

  @Test
  void aProbabilityThatHasUnderflowedHasALogarithmStill() {
    try (Scope scope = Scope.open()) {
      ResidualModule module =
          new ResidualModule(new MlpModule(Mlp.endingInZeros(5, 3, 2, INIT)), INIT);
      Tensor before = Tensor.of(new float[] {0, 1}, 1, 2);
      Tensor logits = module.logits(before, Tensor.full(1, DType.FLOAT32, 1, 3));
      assertThat(logits.isFinite()).isTrue();
      assertThat(Belief.of(logits).toDoubles()[0]).isLessThan(1e-29);
    }
  }
}
