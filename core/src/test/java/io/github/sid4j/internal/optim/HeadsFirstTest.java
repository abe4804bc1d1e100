package io.github.sid4j.internal.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadsFirstTest {
  private static Parameters module(Tensor stage, Tensor head) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("stage.weight", stage);
    tensors.put("head.weight", head);
    return Parameters.of(tensors);
  }

  private static Tensor one() {
    return number(1);
  }

  private static Tensor number(float value) {
    return Tensor.of(new float[] {value}, 1);
  }

  private static void step(Optimizer optimizer) {
    optimizer.step(List.of(one(), one()), 0.1);
  }

  @Test
  void theStageStaysAsItIsUntilTheHeadHasLearned() {
    try (Scope scope = Scope.open()) {
      Tensor stage = one();
      Tensor head = one();
      try (Optimizer optimizer = HeadsFirst.of(Adam.adamW(0.1), 2).create(module(stage, head))) {
        step(optimizer);
        step(optimizer);
        assertThat(stage.item()).isEqualTo(1);
        assertThat(head.item()).isLessThan(1);
        step(optimizer);
        assertThat(stage.item()).isLessThan(1);
        assertThat(optimizer.state().steps()).isEqualTo(3);
      }
    }
  }

  @Test
  void stageAndHeadFollowTheirOwnGradients() {
    try (Scope scope = Scope.open()) {
      Tensor stage = one();
      Tensor head = one();
      Optimizer optimizer = HeadsFirst.of(Sgd.sgd(0, 0), 1).create(module(stage, head));
      for (int i = 0; i < 2; i++) {
        optimizer.step(List.of(number(2), number(4)), 0.125);
      }
      assertThat(stage.item()).isEqualTo(0.75);
      assertThat(head.item()).isZero();
    }
  }

  /** Of the stage there is none yet. */
  @Test
  void averagesOfPartsTakeTheirPlaces() {
    try (Scope scope = Scope.open()) {
      Tensor stage = one();
      Tensor head = one();
      Optimizer.Factory averaged = WeightAverage.around(Sgd.sgd(0, 0), 0.125);
      Optimizer optimizer = HeadsFirst.of(averaged, 1).create(module(stage, head));
      optimizer.step(List.of(number(2), number(4)), 0.125);
      optimizer.state().swapAverage();
      assertThat(head.item()).isEqualTo(0.125 * 1 + 0.875 * 0.5);
      assertThat(stage.item()).isEqualTo(1);
      optimizer.state().swapAverage();
      assertThat(head.item()).isEqualTo(0.5);
    }
  }

  @Test
  void aRestoredOneStepsAsTheOneThatWasStored() {
    try (Scope scope = Scope.open()) {
      Tensor stage = one();
      Tensor again = one();
      try (Optimizer first = HeadsFirst.of(Adam.adam(0), 1).create(module(stage, one()));
          Optimizer second = HeadsFirst.of(Adam.adam(0), 1).create(module(again, one()))) {
        step(first);
        step(first);
        again.inPlace().copy(stage);
        second
            .state()
            .tensors()
            .forEach((name, tensor) -> tensor.inPlace().copy(first.state().tensors().get(name)));
        second.state().restoreSteps(first.state().steps());
        step(first);
        step(second);
        assertThat(again.item()).isEqualTo(stage.item());
      }
    }
  }

  @Test
  void aModuleWithoutAStageIsAsEver() {
    try (Scope scope = Scope.open();
        Optimizer optimizer =
            HeadsFirst.of(Adam.adam(0), 3).create(Parameters.of(Map.of("weight", one())))) {
      assertThat(optimizer).isInstanceOf(Adam.class);
    }
  }
}
