package io.github.sid4j.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private final Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 3);
  private Set<Thread> threadsBefore;
  private Scope scope;
  private Cascade cascade;
  private Tensor input;
  private Target target;

  @BeforeEach
  void prepare() {
    Engine.useThreads(1);
    threadsBefore = Thread.getAllStackTraces().keySet();
    scope = Scope.open();
    Draw draw = new Draw(4);
    cascade = SmallCascade.MLP.create(4, DType.FLOAT32);
    input = SmallCascade.MLP.input(draw, 5, DType.FLOAT32);
    target = draw.target(5, SmallCascade.CLASSES, 0, DType.FLOAT32);
  }

  @AfterEach
  void noWorkerIsLeft() throws InterruptedException {
    scope.close();
    Set<Thread> workers = new HashSet<>(Thread.getAllStackTraces().keySet());
    workers.removeAll(threadsBefore);
    workers.removeIf(thread -> !thread.getName().equals("sid-module-worker"));
    for (Thread worker : workers) {
      worker.join(TimeUnit.SECONDS.toMillis(30));
      assertThat(worker.isAlive()).isFalse();
    }
  }

  @Test
  void modulesAreUpdatedOnWorkersAndTheExtractorLastOnTheCaller() {
    Calls calls = new Calls();
    try (Threads threads = new Threads(2)) {
      run(threads, calls);
    }
    assertThat(calls.made).hasSize(4).endsWith(-1).contains(0, 1, 2);
    assertThat(calls.by.subList(0, 3)).doesNotContain(Thread.currentThread());
    assertThat(calls.by.get(3)).isSameAs(Thread.currentThread());
  }

  @Test
  void aModulesBackwardNeedNotWaitForTheNextForwards() {
    // Module 1's update ends only when module 2's has begun: one worker could not do it.
    CountDownLatch second = new CountDownLatch(1);
    Execution.Updates updates =
        new Calls() {
          @Override
          public void module(int index, List<Tensor> gradients) {
            super.module(index, gradients);
            if (index == 1) {
              second.countDown();
            } else if (index == 0) {
              await(second);
            }
          }
        };
    try (Threads threads = new Threads(2)) {
      assertThat(run(threads, updates)).hasSize(3);
    }
  }

  @Test
  void anErrorOfAnUpdateSurfacesAsItIsAndTheStrategyContinues() {
    IllegalStateException broken = new IllegalStateException("module 2's update");
    try (Threads threads = new Threads(2)) {
      Calls failing = new Calls();
      failing.failure = broken;
      assertThatThrownBy(() -> run(threads, failing)).isSameAs(broken).hasNoSuppressedExceptions();
      assertThat(failing.made).as("the others had their turn, the extractor not").contains(0, 2);
      assertThat(failing.made).doesNotContain(-1);

      assertThat(run(threads, new Calls())).isEqualTo(run(new SinglePass(), new Calls()));
    }
  }

  @Test
  void aLossThatIsNoNumberSurfacesAtTheEndOfTheStepAndTheStrategyContinues() {
    byte[] kept = cascade.modules().get(2).parameters().tensors().get(0).toBytes();
    Tensor broken = cascade.modules().get(2).parameters().tensors().get(0);
    broken.inPlace().copy(Tensor.full(Double.NaN, DType.FLOAT32, broken.shape()));
    try (Threads threads = new Threads(1)) {
      Calls calls = new Calls();
      assertThatThrownBy(() -> run(threads, calls))
          .isInstanceOf(DivergedException.class)
          .hasMessageStartingWith("module 3 has loss NaN");
      assertThat(calls.made).containsExactly(0, 1, 2, -1);

      broken.setBytes(kept);
      assertThat(run(threads, new Calls())).hasSize(3);
    }
  }

  @Test
  void anInterruptIsLeftToTheCallerAndTheStepEndsWhole() {
    Calls calls = new Calls();
    try (Threads threads = new Threads(2)) {
      Thread.currentThread().interrupt();
      List<Measure> measures = run(threads, calls);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(measures).hasSize(3);
      assertThat(calls.made).endsWith(-1);
    }
  }

  private List<Measure> run(Execution execution, Execution.Updates updates) {
    return execution.run(cascade, objective, input, target, updates);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other module never began");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes down who was called by whom; changes nothing; fails once at module 2 if asked to. */
  private static class Calls implements Execution.Updates {
    private final List<Integer> made = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> by = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean failed = new AtomicBoolean();
    private RuntimeException failure;

    @Override
    public void module(int index, List<Tensor> gradients) {
      if (index == 1 && failure != null && failed.compareAndSet(false, true)) {
        throw failure;
      }
      by.add(Thread.currentThread());
      made.add(index);
    }

    @Override
    public void extractor(List<Tensor> gradients) {
      by.add(Thread.currentThread());
      made.add(-1);
    }
  }
}
