package io.github.sid4j.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CascadeTest {
  @ParameterizedTest
  @CsvSource({"MLP, 3", "CNN, 3", "STAGED, 1", "STAGED_ON_EXTRACTOR, 2"})
  void theExtractorIsReadUpToTheFirstStage(SmallCascade kind, int readers) {
    assertThat(kind.create(1, DType.FLOAT32).extractorReaders()).isEqualTo(readers);
  }

  @ParameterizedTest
  @EnumSource
  void everyModuleGivesABeliefWithoutRecordingGradients(SmallCascade kind) {
    try (Scope scope = Scope.open()) {
      Cascade cascade = kind.create(2, DType.FLOAT64);
      Tensor input = kind.input(new Draw(2), 5, DType.FLOAT64);
      List<Belief> beliefs = cascade.beliefs(input);
      assertThat(beliefs).hasSize(cascade.depth());
      for (Belief belief : beliefs) {
        assertThat(belief.probabilities().shape()).containsExactly(5, SmallCascade.CLASSES);
        assertThat(belief.probabilities().requiresGradient()).isFalse();
        for (double sum : belief.probabilities().sumLast().toDoubles()) {
          assertThat(sum).isCloseTo(1, within(1e-14));
        }
        assertThat(belief.logarithms().exp().toDoubles())
            .containsExactly(belief.probabilities().toDoubles(), within(1e-14));
      }
    }
  }

  @Test
  void nothingOfAStageIsHeldWhenTheNextBegins() {
    try (Scope scope = Scope.open()) {
      List<Tensor> made = new ArrayList<>();
      List<Integer> held = new ArrayList<>();
      BeliefModule module = new Remembering(made, held);
      Cascade cascade = new Cascade(Operation.IDENTITY, List.of(module, module, module), 2);
      Tensor input = Tensor.of(new double[] {1, 2}, 1, 2);
      List<Belief> beliefs = cascade.beliefs(input);
      // What the stage before gave, and nothing else.
      assertThat(held).containsExactly(0, 1, 1);
      assertThat(input.toDoubles()).containsExactly(1, 2);
      assertThat(beliefs.get(0).logarithms().toDoubles()).hasSize(2);
    }
  }

  /** Makes two tensors in its stage, and counts which of those made before are still there. */
  private record Remembering(List<Tensor> made, List<Integer> held) implements BeliefModule {
    @Override
    public Tensor advance(Tensor features) {
      held.add((int) made.stream().filter(Remembering::isHeld).count());
      Tensor between = features.times(features);
      Tensor given = between.times(between);
      made.addAll(List.of(between, given));
      return given;
    }

    private static boolean isHeld(Tensor tensor) {
      try {
        return tensor.size(0) > 0;
      } catch (NullPointerException e) {
        return false;
      }
    }

    @Override
    public boolean carriesStage() {
      return true;
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return features;
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }

  @Test
  void theFirstBeliefIsUniform() {
    try (Scope scope = Scope.open()) {
      Belief first =
          SmallCascade.MLP
              .create(3, DType.FLOAT64)
              .firstBelief(Tensor.full(0, DType.FLOAT64, 2, 1));
      assertThat(first.probabilities().toDoubles()).containsOnly(1.0 / 3).hasSize(6);
      assertThat(first.logarithms().toDoubles()).containsOnly(-Math.log(3)).hasSize(6);
    }
  }

  @Test
  void parametersAreNamedByTheirPart() {
    Cascade cascade = SmallCascade.STAGED_ON_EXTRACTOR.create(4, DType.FLOAT32);
    assertThat(cascade.parameters().byName().keySet())
        .startsWith("extractor.fc1.weight", "extractor.fc1.bias")
        .containsSequence("module1.fc2.bias", "module2.stage.weight", "module2.stage.bias")
        .endsWith("module3.fc2.weight", "module3.fc2.bias")
        .hasSize(18);
  }

  @Test
  void aCascadeNeedsAModuleAndTwoClasses() {
    Cascade whole = SmallCascade.MLP.create(5, DType.FLOAT32);
    assertThatThrownBy(() -> new Cascade(whole.extractor(), List.of(), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cascade expected at least 1 module and 2 classes, found 0 and 3");
    assertThatThrownBy(() -> new Cascade(whole.extractor(), whole.modules(), 1))
        .hasMessage("a cascade expected at least 1 module and 2 classes, found 3 and 1");
  }
}
