package io.github.sid4j.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.StagedModule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a pipeline, its batches and its threads when a stage fails. */
@Tag("slow")
class PipelineErrorTest {
  private static final int CLASSES = 3;
  private static final int WIDTH = 32;
  private static final int SAMPLES = 8192;

  /** The features of one batch have 1 MB, and several batches are under way in each round. */
  private static final int ROUNDS = 32;

  /** Java's compilers take memory of their own meanwhile. */
  private static final long BOUND_BYTES = 12L << 20;

  private final Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 3);
  private Set<Thread> threadsBefore;

  @BeforeEach
  void prepare() {
    Engine.useThreads(1);
    threadsBefore = Thread.getAllStackTraces().keySet();
  }

  @AfterEach
  void noStageIsLeft() throws InterruptedException {
    Set<Thread> stages = new HashSet<>(Thread.getAllStackTraces().keySet());
    stages.removeAll(threadsBefore);
    stages.removeIf(thread -> !thread.getName().startsWith("sid-module"));
    for (Thread stage : stages) {
      stage.join(TimeUnit.SECONDS.toMillis(30));
      assertThat(stage.isAlive()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anErrorIsReportedWithTheModuleInWhichItHappened(int module) {
    RuntimeException sick = new UnsupportedOperationException("sick");
    assertThat(thrown(failing(module, sick)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("module %d failed: java.lang.UnsupportedOperationException: sick", module + 1)
        .hasCause(sick);
  }

  static Stream<RuntimeException> errorsThatNameTheirPlace() {
    return Stream.of(new InputException("x", "a", "b", "c"), new DivergedException("d", "e"));
  }

  @ParameterizedTest
  @MethodSource("errorsThatNameTheirPlace")
  void badInputAndDivergenceStayAsTheyAre(RuntimeException error) {
    assertThat(thrown(failing(1, error))).isSameAs(error);
  }

  @Test
  void anErrorOfTheVirtualMachineIsReportedLikeAnyOther() {
    StackOverflowError deep = new StackOverflowError("deep");
    Execution.Updates updates =
        new Hook(
            index -> {
              if (index == 2) {
                throw deep;
              }
            });
    assertThat(thrown(updates))
        .hasMessage("module 3 failed: java.lang.StackOverflowError: deep")
        .hasCause(deep);
  }

  /** Module 2 fails while module 1 still learns from the same batch, which it has handed over. */
  @Test
  void nothingIsLeftWhenABatchFailsInTheMiddle() {
    assertNothingIsLeftBy(
        () -> {
          CountDownLatch failed = new CountDownLatch(1);
          Execution.Updates updates =
              new Hook(
                  index -> {
                    if (index == 0) {
                      await(failed);
                    }
                  });
          BeliefModule[] modules = modules();
          modules[1] =
              new Watched(
                  modules[1],
                  () -> {
                    failed.countDown();
                    throw new IllegalArgumentException("sick");
                  });
          fail(modules, updates, () -> {}, "module 2 failed");
        });
  }

  /** Module 1 fails when module 2 has the batch already. */
  @Test
  void nothingIsLeftWhenAStageFailsBehindABatchThatItHasHandedOver() {
    assertNothingIsLeftBy(
        () -> {
          CountDownLatch arrived = new CountDownLatch(1);
          CountDownLatch failed = new CountDownLatch(1);
          Execution.Updates updates =
              new Hook(
                  index -> {
                    if (index == 0) {
                      await(arrived);
                      failed.countDown();
                      throw new IllegalArgumentException("sick");
                    }
                  });
          BeliefModule[] modules = modules();
          modules[1] =
              new Watched(
                  modules[1],
                  () -> {
                    arrived.countDown();
                    await(failed);
                  });
          fail(modules, updates, () -> {}, "module 1 failed");
        });
  }

  /** Otherwise closing would free what a stage still uses. */
  @Test
  void closingWaitsForWhatAStageIsAt() {
    CountDownLatch second = new CountDownLatch(2);
    CountDownLatch closing = new CountDownLatch(1);
    AtomicBoolean atWork = new AtomicBoolean();
    Execution.Updates updates =
        new Hook(
            index -> {
              second.countDown();
              if (second.getCount() == 0) {
                atWork.set(true);
                await(closing);
                new Draw(1).doubles(1_000_000, 1); // Longer than a close that does not wait.
                atWork.set(false);
              }
            });
    BeliefModule[] modules = modules();
    modules[1] =
        new Watched(
            modules[1],
            () -> {
              await(second);
              throw new IllegalArgumentException("sick");
            });
    fail(modules, updates, closing::countDown, "module 2 failed");
    assertThat(atWork).isFalse();
  }

  private static void assertNothingIsLeftBy(Runnable round) {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    round.run();
    long before = NativeMemory.inUseBytes().getAsLong();
    for (int i = 0; i < ROUNDS; i++) {
      round.run();
    }
    assertThat(NativeMemory.inUseBytes().getAsLong() - before).isLessThan(BOUND_BYTES);
  }

  /** Sends batches in until that fails, and closes. */
  private void fail(
      BeliefModule[] modules, Execution.Updates updates, Runnable beforeClose, String expected) {
    Throwable thrown;
    Cascade cascade = new Cascade(Operation.IDENTITY, List.of(modules), CLASSES);
    try (Pipeline pipeline = new Pipeline(cascade, objective, List.of(1, 1, 1))) {
      thrown = catchThrowable(() -> submit(pipeline, updates));
      beforeClose.run();
    }
    assertThat(thrown).hasMessageStartingWith(expected);
  }

  private Throwable thrown(Execution.Updates updates) {
    Cascade cascade = new Cascade(Operation.IDENTITY, List.of(modules()), CLASSES);
    try (Pipeline pipeline = new Pipeline(cascade, objective, List.of(1, 1, 1))) {
      Throwable thrown = catchThrowable(() -> submit(pipeline, updates));
      assertThatThrownBy(pipeline::drain).isSameAs(thrown);
      return thrown;
    }
  }

  private static void submit(Pipeline pipeline, Execution.Updates updates) {
    while (true) {
      try (Scope batch = Scope.open()) {
        Draw draw = new Draw(1);
        pipeline.submit(
            Tensor.full(0.5, DType.FLOAT32, SAMPLES, WIDTH),
            draw.target(SAMPLES, CLASSES, 0, DType.FLOAT32),
            updates);
      }
    }
  }

  private static BeliefModule[] modules() {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return IntStream.range(0, 3)
        .mapToObj(i -> new StagedModule(WIDTH, WIDTH, CLASSES, init))
        .toArray(BeliefModule[]::new);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Execution.Updates failing(int module, RuntimeException error) {
    return new Hook(
        index -> {
          if (index == module) {
            throw error;
          }
        });
  }

  /** Hears whose gradients are ready; changes nothing. */
  private record Hook(IntConsumer ready) implements Execution.Updates {
    @Override
    public void module(int index, List<Tensor> gradients) {
      ready.accept(index);
    }

    @Override
    public void extractor(List<Tensor> gradients) {}
  }

  /** A module that reports when its forward begins. */
  private static final class Watched extends ForwardingModule {
    private final Runnable begins;

    Watched(BeliefModule plain, Runnable begins) {
      super(plain);
      this.begins = begins;
    }

    @Override
    public Tensor advance(Tensor features) {
      begins.run();
      return plain().advance(features);
    }

    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return plain().logits(before, features);
    }
  }
}
