package io.github.sid4j.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataParallelTest {
  private static final int CLASSES = 3;

  /** Shares of 3, 2 and 2 samples. */
  private static final int SAMPLES = 7;

  private static final int SHARES = 3;

  /** A share has gradients of 1 MB. */
  private static final int ROUNDS = 32;

  /** Java's compilers take memory of their own meanwhile. */
  private static final long BOUND_BYTES = 12L << 20;

  private final Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 2);
  private Set<Thread> threadsBefore;
  private Scope scope;
  private Tensor input;
  private Target target;

  @BeforeEach
  void prepare() {
    Engine.useThreads(1);
    threadsBefore = Thread.getAllStackTraces().keySet();
    scope = Scope.open();
    Draw draw = new Draw(4);
    input = draw.tensor(DType.FLOAT32, 1, SAMPLES, 8);
    target = draw.target(SAMPLES, CLASSES, 0, DType.FLOAT32);
  }

  @AfterEach
  void noWorkerIsLeft() throws InterruptedException {
    scope.close();
    Set<Thread> workers = new HashSet<>(Thread.getAllStackTraces().keySet());
    workers.removeAll(threadsBefore);
    workers.removeIf(thread -> !thread.getName().equals("sid-share-worker"));
    for (Thread worker : workers) {
      worker.join(TimeUnit.SECONDS.toMillis(30));
      assertThat(worker.isAlive()).isFalse();
    }
  }

  /** An extractor of 1 MB that reports how many samples each of its forwards has. */
  private record Watched(Layer plain, LongConsumer begins) implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      begins.accept(x.size(0));
      return plain.forward(x);
    }

    @Override
    public Parameters parameters() {
      return plain.parameters();
    }
  }

  private static Cascade cascade(LongConsumer begins) {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return new Cascade(
        new Watched(new Mlp(8, 500, 500, init), begins),
        List.of(new MlpModule(CLASSES, 500, 8, init), new MlpModule(CLASSES, 500, 8, init)),
        CLASSES);
  }

  private List<Measure> run(Execution execution, Cascade cascade, Calls calls) {
    return execution.run(cascade, objective, input, target, calls);
  }

  @Test
  void sharesAreComputedAtTheSameTimeAndEveryPartIsUpdatedOnceByTheCaller() {
    CyclicBarrier all = new CyclicBarrier(SHARES);
    List<Long> sizes = Collections.synchronizedList(new ArrayList<>());
    Calls calls = new Calls();
    try (DataParallel execution = new DataParallel(SHARES)) {
      run(
          execution,
          cascade(
              samples -> {
                sizes.add(samples);
                awaitAll(all);
              }),
          calls);
    }
    assertThat(sizes).containsExactlyInAnyOrder(3L, 2L, 2L);
    assertThat(calls.made).containsExactly(0, 1, -1);
    assertThat(calls.by).containsOnly(Thread.currentThread());
  }

  @Test
  void everyShareDrawsNumbersOfItsOwn() {
    List<Long> drawn = Collections.synchronizedList(new ArrayList<>());
    Cascade cascade = cascade(samples -> drawn.add(Pass.current().random(7).nextLong()));
    long ofTheStep;
    try (Pass training = Pass.training(1, 2);
        DataParallel execution = new DataParallel(SHARES)) {
      ofTheStep = training.random(7).nextLong();
      run(execution, cascade, new Calls());
    }
    assertThat(drawn).hasSize(SHARES).doesNotHaveDuplicates().doesNotContain(ofTheStep);
  }

  @Test
  void anErrorSurfacesAsItIsWhenAllAreThroughAndTheStrategyContinues() {
    IllegalStateException sick = new IllegalStateException("sick");
    CountDownLatch failed = new CountDownLatch(2);
    AtomicBoolean healthy = new AtomicBoolean();
    AtomicBoolean first = new AtomicBoolean();
    Cascade cascade =
        cascade(
            samples -> {
              if (healthy.get()) {
                return;
              }
              if (samples == 2) {
                failed.countDown();
                throw sick;
              }
              await(failed);
              new Draw(1).doubles(1_000_000, 1); // Longer than to report an error.
              first.set(true);
            });
    Calls calls = new Calls();
    try (DataParallel execution = new DataParallel(SHARES)) {
      assertThatThrownBy(() -> run(execution, cascade, calls)).isSameAs(sick);
      assertThat(first).as("the first share is through").isTrue();
      assertThat(calls.made).as("nothing was updated").isEmpty();

      healthy.set(true);
      assertThat(run(execution, cascade, calls)).hasSize(2);
      assertThat(calls.made).containsExactly(0, 1, -1);
    }
  }

  @Test
  void anErrorLeavesNothingInNativeMemory() {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    Cascade cascade =
        cascade(
            samples -> {
              if (samples == 2) {
                throw new IllegalStateException("sick");
              }
            });
    try (DataParallel execution = new DataParallel(SHARES)) {
      long before = 0;
      for (int i = 0; i <= ROUNDS; i++) {
        if (i == 1) {
          before = NativeMemory.inUseBytes().getAsLong();
        }
        assertThatThrownBy(() -> run(execution, cascade, new Calls())).hasMessage("sick");
      }
      assertThat(NativeMemory.inUseBytes().getAsLong() - before).isLessThan(BOUND_BYTES);
    }
  }

  @Test
  void anInterruptIsLeftToTheCallerAndTheStepEndsWhole() {
    Calls calls = new Calls();
    try (DataParallel execution = new DataParallel(SHARES)) {
      Thread.currentThread().interrupt();
      List<Measure> measures = run(execution, cascade(samples -> {}), calls);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(measures).hasSize(2);
      assertThat(calls.made).containsExactly(0, 1, -1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitAll(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the others never began", e);
    }
  }

  /** Takes down who was updated by whom; changes nothing. */
  private static final class Calls implements Execution.Updates {
    private final List<Integer> made = new ArrayList<>();
    private final List<Thread> by = new ArrayList<>();

    @Override
    public void module(int index, List<Tensor> gradients) {
      made.add(index);
      by.add(Thread.currentThread());
    }

    @Override
    public void extractor(List<Tensor> gradients) {
      made.add(-1);
      by.add(Thread.currentThread());
    }
  }
}
