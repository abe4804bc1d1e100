package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.method.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepFixtureTest {
  /** Inference has other operations: a step that is timed must be one of training. */
  @Test
  void itsStepsAreThoseOfTraining() {
    Engine.useThreads(1);
    Workload small = new Workload("resnet18", "shared", List.of(3, 8, 8), 3, 1, 2, Map.of());
    Configuration plain = Configuration.of("sid", "single-pass", "fp32");
    try (StepFixture fixture = new StepFixture(new WorkerTask(small, plain, 1, 1))) {
      assertThat(statistics(fixture)).containsOnly(0);
      fixture.step();
      assertThat(statistics(fixture)).doesNotContain(0);
    }
  }

  @Test
  void aBatchInPartsIsOneStep() {
    Engine.useThreads(1);
    Workload small =
        new Workload("mlp", "shared", List.of(1, 4, 4), 3, 2, 8, Map.of("accumulate", "4"));
    Configuration plain = Configuration.of("sid", "single-pass", "fp32");
    try (StepFixture fixture = new StepFixture(new WorkerTask(small, plain, 1, 1));
        Method timed = fixture.observed(new StepClock(true))) {
      fixture.step();
      assertThat(fixture.optimizers().byPart().values())
          .extracting(optimizer -> optimizer.state().steps())
          .containsOnly(1L);
      assertThat(TensorBytes.of(fixture).gradients())
          .isGreaterThan(TensorBytes.of(fixture).weights());
      fixture.step(timed);
    }
  }

  private static double[] statistics(StepFixture fixture) {
    return fixture.cascade().buffers().byName().get("extractor.bn1.running_mean").toDoubles();
  }
}
