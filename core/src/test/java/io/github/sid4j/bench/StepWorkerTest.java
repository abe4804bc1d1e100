package io.github.sid4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.method.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepWorkerTest {
  private static final Workload TINY =
      new Workload("mlp", List.of(1, 4, 4), 3, 2, 8, Map.of("hidden", "16", "features", "8"));
  // Extractor 16 -> 16 -> 8, modules 3 + 8 -> 256 -> 3, with biases.
  private static final long EXTRACTOR = 16 * 16 + 16 + 16 * 8 + 8;
  private static final long MODULE = 11 * 256 + 256 + 256 * 3 + 3;

  private static WorkerTask task(String method, String execution, String precision) {
    return new WorkerTask(TINY, new Configuration(method, execution, precision), 1, 1);
  }

  private static WorkerTask inShares(int threads) {
    return new WorkerTask(TINY, new Configuration("sid", "data-parallel", "fp32"), threads, 1);
  }

  private static StepWorker worker(String method, String execution) {
    return new StepWorker(task(method, execution, "fp32"));
  }

  @Test
  void itSaysWhatItTrains() {
    try (StepWorker worker = worker("sid", "single-pass")) {
      Answers.Ready ready = (Answers.Ready) worker.ready();
      assertThat(ready.name()).isEqualTo("sid single-pass fp32");
      assertThat(ready.parameters()).isEqualTo(EXTRACTOR + 2 * MODULE);
      assertThat(ready.stepFlops()).isPositive();
    }
  }

  @Test
  void itTellsTheTimeOfEachStep() {
    try (StepWorker worker = worker("backprop", null)) {
      Answers.Steps steps = (Answers.Steps) worker.answer("steps", 3);
      assertThat(steps.seconds()).hasSize(3).allMatch(seconds -> seconds > 0);
      assertThat(worker.answer("dance", 1)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-pass", "two-phase", "threads"})
  void decoupledModulesHaveABackwardOfTheirOwn(String execution) {
    try (StepWorker worker = worker("sid", execution)) {
      Answers.Profile profile = (Answers.Profile) worker.answer("profile", 2);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "trunk forward",
              "modules forward",
              "modules backward",
              "trunk backward",
              "optimizer",
              "data")
          .allSatisfy((part, seconds) -> assertThat(seconds).isPositive());
    }
  }

  @Test
  void aBatchedStepHasNoForwardOfSingleModules() {
    try (StepWorker worker = worker("sid", "batched")) {
      Answers.Profile profile = (Answers.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "trunk forward", "modules backward", "trunk backward", "optimizer", "data");
    }
  }

  /** The thread that takes the step only adds and updates. */
  @Test
  void forwardsOfSharesAreDoneByWorkers() {
    try (StepWorker worker = worker("sid", "data-parallel")) {
      Answers.Profile profile = (Answers.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys("modules backward", "trunk backward", "optimizer", "data");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backprop", "deep-supervision"})
  void oneGraphHasOneBackward(String method) {
    try (StepWorker worker = worker(method, null)) {
      Answers.Profile profile = (Answers.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys("trunk forward", "modules forward", "backward", "optimizer", "data");
    }
  }

  @ParameterizedTest
  @CsvSource({"single-pass,fp32", "single-pass,bf16", "batched,fp32", "batched,bf16"})
  void lookingIntoAStepDoesNotChangeIt(String execution, String precision) {
    try (Rig plain = new Rig(task("sid", execution, precision));
        Rig observed = new Rig(task("sid", execution, precision))) {
      StepClock clock = new StepClock();
      try (Method timed = observed.timed(clock)) {
        for (int i = 0; i < 3; i++) {
          plain.step();
          clock.begin();
          observed.step(timed);
          clock.end();
        }
      }
      plain
          .cascade()
          .parameters()
          .byName()
          .forEach(
              (name, tensor) ->
                  assertThat(observed.cascade().parameters().byName().get(name).toBytes())
                      .as(name)
                      .isEqualTo(tensor.toBytes()));
    }
  }

  @Test
  void itCountsWhatTheMethodHolds() {
    try (StepWorker sid = worker("sid", "single-pass");
        StepWorker batched = worker("sid", "batched");
        StepWorker shares = new StepWorker(inShares(3));
        StepWorker backprop = worker("backprop", null)) {
      long weights = 4 * (EXTRACTOR + 2 * MODULE);
      Answers.Memory own = (Answers.Memory) sid.answer("memory", 1);
      assertThat(own.weightsBytes()).isEqualTo(weights);
      assertThat(own.optimizerBytes()).isEqualTo(2 * weights);
      assertThat(own.gradientBytes()).isEqualTo(4 * MODULE);
      Answers.Memory together = (Answers.Memory) batched.answer("memory", 1);
      assertThat(together.gradientBytes()).isEqualTo(4 * 2 * MODULE);
      Answers.Memory parallel = (Answers.Memory) shares.answer("memory", 1);
      assertThat(parallel.gradientBytes()).isEqualTo(3 * weights);
      Answers.Memory whole = (Answers.Memory) backprop.answer("memory", 1);
      assertThat(whole.gradientBytes()).isEqualTo(weights);
    }
  }
}
