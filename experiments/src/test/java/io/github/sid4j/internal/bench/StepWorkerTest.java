package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepWorkerTest {
  private static final Workload TINY =
      new Workload(
          "mlp", "shared", List.of(1, 4, 4), 3, 2, 8, Map.of("hidden", "16", "features", "8"));
  private static final Workload STAGED =
      new Workload(
          "mlp",
          "staged",
          List.of(1, 4, 4),
          3,
          2,
          8,
          Map.of("hidden", "16", "features", "8", "module-hidden", "4"));
  // Extractor 16 -> 16 -> 8, modules 3 + 8 -> 256 -> 3, with biases.
  private static final long EXTRACTOR = 16 * 16 + 16 + 16 * 8 + 8;
  private static final long MODULE = 11 * 256 + 256 + 256 * 3 + 3;

  // Layers 16 -> 16 -> 16 -> 16 -> 8, cut in the middle; heads 3 + 16 -> 4 -> 3 and 3 + 8 -> 4 ->
  // 3.
  private static final long STAGE1 = 2 * (16 * 16 + 16) + 19 * 4 + 4 + 4 * 3 + 3;
  private static final long STAGE2 = 16 * 16 + 16 + 16 * 8 + 8 + 11 * 4 + 4 + 4 * 3 + 3;

  private static WorkerTask task(String method, String execution, String precision) {
    return new WorkerTask(TINY, Configuration.of(method, execution, precision), 1, 1);
  }

  private static StepWorker staged(String method, String execution) {
    int threads = "threads".equals(execution) ? 2 : 1;
    Configuration configuration = Configuration.of(method, execution, "fp32");
    return new StepWorker(new WorkerTask(STAGED, configuration, threads, 1));
  }

  private static WorkerTask inShares(int threads) {
    return new WorkerTask(TINY, Configuration.of("sid", "data-parallel", "fp32"), threads, 1);
  }

  private static StepWorker worker(String method, String execution) {
    return new StepWorker(task(method, execution, "fp32"));
  }

  @Test
  void itSaysWhatItTrains() {
    try (StepWorker worker = worker("sid", "single-pass")) {
      WorkerProtocol.Ready ready = (WorkerProtocol.Ready) worker.ready();
      assertThat(ready.name()).isEqualTo("sid single-pass fp32");
      assertThat(ready.parameters()).isEqualTo(EXTRACTOR + 2 * MODULE);
      WorkerProtocol.Operations counted =
          (WorkerProtocol.Operations) worker.answer("operations", 1);
      assertThat(counted.stepFlops()).isPositive();
    }
  }

  @Test
  void itReportsTheTimeOfEachStep() {
    try (StepWorker worker = worker("backprop", null)) {
      WorkerProtocol.Steps steps = (WorkerProtocol.Steps) worker.answer("steps", 3);
      assertThat(steps.seconds()).hasSize(3).allMatch(seconds -> seconds > 0);
      assertThat(worker.answer("dance", 1)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-pass", "two-phase", "threads"})
  void decoupledModulesHaveABackwardOfTheirOwn(String execution) {
    try (StepWorker worker = worker("sid", execution)) {
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 2);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "extractor forward",
              "modules forward",
              "modules backward",
              "extractor backward",
              "optimizer",
              "data")
          .allSatisfy((part, seconds) -> assertThat(seconds).isPositive());
    }
  }

  @Test
  void aBatchedStepHasNoForwardOfSingleModules() {
    try (StepWorker worker = worker("sid", "batched")) {
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "extractor forward", "modules backward", "extractor backward", "optimizer", "data");
    }
  }

  /** The thread that takes the step only adds and updates. */
  @Test
  void forwardsOfSharesAreDoneByWorkers() {
    try (StepWorker worker = worker("sid", "data-parallel")) {
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys("modules backward", "extractor backward", "optimizer", "data");
    }
  }

  @Test
  void recomputationIsSeenAsForwardToo() {
    Workload deep =
        new Workload("simple-cnn", "staged", List.of(3, 4, 4), 3, 3, 8, Map.of("features", "8"));
    Configuration recomputing = Configuration.of("checkpointed-backprop", null, "fp32");
    WorkerTask task = new WorkerTask(deep, recomputing, 1, 1);
    try (StepFixture plain = new StepFixture(task);
        StepFixture observed = new StepFixture(task)) {
      assertThat(plain.cascade().extractor().pieces()).hasSize(3);
      plain.steps(3);
      WorkerProtocol.Profile profile = new Profiler(observed).profile(2);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "extractor forward", "modules forward", "backward", "optimizer", "data");
      assertSame(plain, observed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backprop", "deep-supervision"})
  void oneGraphHasOneBackward(String method) {
    try (StepWorker worker = worker(method, null)) {
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys(
              "extractor forward", "modules forward", "backward", "optimizer", "data");
    }
  }

  @Test
  void stagesHaveNoExtractorAndReportWhatEachTakes() {
    try (StepWorker worker = staged("dgl", "single-pass")) {
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 1);
      assertThat(profile.parts())
          .containsOnlyKeys("modules forward", "modules backward", "optimizer", "data");
      WorkerProtocol.Stages stages = (WorkerProtocol.Stages) worker.answer("stages", 3);
      for (List<List<Double>> part :
          List.of(stages.forward(), stages.backward(), stages.update())) {
        assertThat(part)
            .hasSize(3)
            .allSatisfy(step -> assertThat(step).hasSize(2).allMatch(seconds -> seconds > 0));
      }
    }
  }

  @Test
  void stagesThatWaitForEachOtherCannotBeTimedOneByOne() {
    try (StepWorker worker = staged("sid:overlap=2", "single-pass")) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> worker.answer("stages", 1))
          .withMessageContaining("leave out overlap");
    }
  }

  @Test
  void aPipelineIsTimedByManyBatchesAndCannotBeLookedInto() {
    try (StepWorker worker = staged("sid", "pipeline")) {
      WorkerProtocol.Steps batches = (WorkerProtocol.Steps) worker.answer("batches", 5);
      assertThat(batches.seconds()).singleElement().matches(seconds -> seconds > 0);
      WorkerProtocol.Profile profile = (WorkerProtocol.Profile) worker.answer("profile", 1);
      assertThat(profile.parts()).isEmpty();
    }
  }

  @Test
  void aHandOverTakesTime() {
    assertThat(HandOver.seconds(10)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp32", "bf16"})
  void timingStagesDoesNotChangeTheirSteps(String precision) {
    WorkerTask task = new WorkerTask(STAGED, Configuration.of("sid", null, precision), 1, 1);
    try (StepFixture plain = new StepFixture(task);
        StepFixture observed = new StepFixture(task)) {
      plain.steps(3);
      new Profiler(observed).stages(2);
      assertSame(plain, observed);
    }
  }

  @ParameterizedTest
  @CsvSource({"single-pass,fp32", "single-pass,bf16", "batched,fp32", "batched,bf16"})
  void lookingIntoAStepDoesNotChangeIt(String execution, String precision) {
    try (StepFixture plain = new StepFixture(task("sid", execution, precision));
        StepFixture observed = new StepFixture(task("sid", execution, precision))) {
      StepClock clock = new StepClock(true);
      try (Method timed = observed.observed(clock)) {
        for (int i = 0; i < 3; i++) {
          plain.step();
          clock.begin();
          observed.step(timed);
          clock.end();
        }
      }
      assertSame(plain, observed);
    }
  }

  private static void assertSame(StepFixture plain, StepFixture observed) {
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

  @Test
  void itCountsWhatTheMethodHolds() {
    try (StepWorker sid = worker("sid", "single-pass");
        StepWorker batched = worker("sid", "batched");
        StepWorker shares = new StepWorker(inShares(3));
        StepWorker backprop = worker("backprop", null)) {
      long weights = 4 * (EXTRACTOR + 2 * MODULE);
      WorkerProtocol.Memory own = (WorkerProtocol.Memory) sid.answer("memory", 1);
      assertThat(own.weightsBytes()).isEqualTo(weights);
      assertThat(own.optimizerBytes()).isEqualTo(2 * weights);
      assertThat(own.gradientBytes()).isEqualTo(4 * MODULE);
      WorkerProtocol.Memory together = (WorkerProtocol.Memory) batched.answer("memory", 1);
      assertThat(together.gradientBytes()).isEqualTo(4 * 2 * MODULE);
      WorkerProtocol.Memory parallel = (WorkerProtocol.Memory) shares.answer("memory", 1);
      assertThat(parallel.gradientBytes()).isEqualTo(3 * weights);
      WorkerProtocol.Memory whole = (WorkerProtocol.Memory) backprop.answer("memory", 1);
      assertThat(whole.gradientBytes()).isEqualTo(weights);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sid, single-pass, false",
    "sid, two-phase, false",
    "dgl, single-pass, false",
    "sid, pipeline, true",
    "sid, threads, true",
    "sid:overlap=2, single-pass, false",
    "sid, data-parallel, true",
    "deep-supervision,, true"
  })
  void ofStagesItCountsThoseThatLearnAtOnce(String method, String execution, boolean all) {
    try (StepWorker worker = staged(method, execution)) {
      WorkerProtocol.Memory memory = (WorkerProtocol.Memory) worker.answer("memory", 1);
      long first = STAGE1 - (method.equals("dgl") ? 3 * 4 : 0);
      assertThat(memory.gradientBytes()).isEqualTo(4 * (all ? STAGE1 + STAGE2 : first));
    }
  }

  @Test
  void ofAWholeNetworkItCountsAllAndNoHeads() {
    try (StepWorker worker = staged("backprop", null)) {
      // Two layers 16 -> 16 -> 8 and a classifier 8 -> 3.
      long weights = 4 * (EXTRACTOR + 8 * 3 + 3);
      WorkerProtocol.Memory memory = (WorkerProtocol.Memory) worker.answer("memory", 1);
      assertThat(memory.weightsBytes()).isEqualTo(weights);
      assertThat(memory.gradientBytes()).isEqualTo(weights);
    }
  }
}
