package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.internal.testkit.ResidentMemory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ScopeTest {
  @Test
  void whatWasMadeInAScopeEndsWithIt() {
    Tensor made;
    try (Scope scope = Scope.open()) {
      made = one().plus(one());
      assertThat(made.item()).isEqualTo(2);
    }
    assertFreed(made);
  }

  @Test
  void anErrorEndsAScopeToo() {
    Tensor[] made = new Tensor[1];
    assertThatThrownBy(
            () -> {
              try (Scope scope = Scope.open()) {
                made[0] = one();
                throw new IllegalArgumentException("on purpose");
              }
            })
        .hasMessage("on purpose");
    assertFreed(made[0]);
  }

  @Test
  void keptTensorsLiveUntilTheyAreClosed() {
    Tensor kept;
    try (Scope scope = Scope.open()) {
      kept = scope.keep(one());
    }
    assertThat(kept.item()).isEqualTo(1);
    kept.close();
    assertFreed(kept);
  }

  @Test
  void innerScopesEndFirstAndLeaveTheOuterAlone() {
    try (Scope outer = Scope.open()) {
      Tensor before = one();
      Tensor inner;
      Tensor moved;
      try (Scope scope = Scope.open()) {
        inner = one();
        moved = scope.moveTo(outer, one());
      }
      assertFreed(inner);
      assertThat(before.plus(moved).item()).isEqualTo(2);
    }
  }

  @Test
  void movedTensorsEndWithTheScopeTheyWereMovedTo() {
    Tensor moved;
    Tensor through;
    try (Scope outer = Scope.open()) {
      try (Scope middle = Scope.open()) {
        try (Scope inner = Scope.open()) {
          moved = inner.moveTo(outer, one());
          through = inner.moveTo(middle, one());
        }
        assertThat(through.item()).isEqualTo(1);
        middle.moveTo(outer, through);
      }
      assertThat(moved.plus(through).item()).isEqualTo(2);
    }
    assertFreed(moved);
    assertFreed(through);
  }

  @Test
  void aTensorKeptOnOneThreadCanBeAdoptedOnAnother() throws Exception {
    Tensor adopted;
    Tensor left;
    try (Scope scope = Scope.open()) {
      List<Tensor> made =
          onAnotherThread(
              () -> {
                try (Scope there = Scope.open()) {
                  Tensor rest = one();
                  return List.of(there.keep(one()), rest);
                }
              });
      adopted = scope.adopt(made.get(0));
      left = made.get(1);
      assertFreed(left);
      assertThat(adopted.item()).isEqualTo(1);
    }
    assertFreed(adopted);
  }

  @Test
  void aScopeIsOfItsThreadAlone() throws Exception {
    try (Scope scope = Scope.open()) {
      Tensor foreign = onAnotherThread(ScopeTest::one);
      scope.close();
      assertThat(foreign.item()).isEqualTo(1);
      foreign.close();
    }
  }

  @Test
  void whatIsLeftBelongsToTheScopeAround() {
    Tensor left;
    try (Scope outer = Scope.open()) {
      try (Scope inner = Scope.open()) {
        left = inner.leave(one());
      }
      assertThat(left.item()).isEqualTo(1);
    }
    assertFreed(left);
  }

  @Test
  void whatIsLeftOutsideOfAllScopesIsKept() {
    Tensor left;
    try (Scope only = Scope.open()) {
      left = only.leave(one());
    }
    assertThat(left.item()).isEqualTo(1);
    left.close();
    assertFreed(left);
  }

  @Test
  void aScopeLeavesNoHandleBehind() {
    try (Scope warm = Scope.open()) {
      one();
    }
    long before = Pointer.totalCount();
    for (int i = 0; i < 100; i++) {
      try (Scope scope = Scope.open()) {
        Tensor w = one().requireGradient();
        Tensor loss = Functional.softmax(w.times(w).reshape(1, 1)).sum();
        Autograd.gradients(loss, one(), List.of(w)).get(0).norm();
        scope.keep(w.copy()).close();
      }
    }
    // Fewer, if the collector meanwhile found what other tests left to it.
    assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
  }

  @Test
  void readingNumbersLeavesNothingBehindWithoutAScopeToo() {
    try (Tensor tensor = Tensor.of(new float[] {1, 2}, 2)) {
      long before = Pointer.totalCount();
      for (int i = 0; i < 100; i++) {
        tensor.toDoubles();
        tensor.toFloats();
        tensor.toBytes();
        tensor.setBytes(new byte[8]);
        tensor.norm();
        tensor.isFinite();
        tensor.norm();
      }
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
  }

  static boolean residentMemoryIsKnown() {
    return ResidentMemory.isKnown();
  }

  @Test
  @EnabledIf("residentMemoryIsKnown")
  void thousandsOfMegabytesCanBeMade() throws IOException {
    allocate(100);
    double before = ResidentMemory.megabytes();
    allocate(2000);
    assertThat(ResidentMemory.megabytes() - before).as("growth in MB").isLessThan(200);
  }

  private static void allocate(int megabytes) {
    for (int i = 0; i < megabytes; i++) {
      try (Scope scope = Scope.open()) {
        Tensor.full(1, DType.FLOAT32, 1 << 18);
      }
    }
  }

  private static <T> T onAnotherThread(Callable<T> task)
      throws InterruptedException, ExecutionException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<T> result = thread.submit(task);
      return result.get();
    } finally {
      thread.shutdown();
    }
  }

  private static void assertFreed(Tensor tensor) {
    assertThat(tensor.pointer().isNull()).as("freed").isTrue();
  }

  private static Tensor one() {
    return Tensor.of(new double[] {1});
  }
}
