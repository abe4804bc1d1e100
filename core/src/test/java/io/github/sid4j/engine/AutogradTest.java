package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private Scope scope;
  private Tensor leaf;

  @BeforeEach
  void open() {
    scope = Scope.open();
    leaf = Tensor.of(new double[] {2, 3}, 2).requireGradient();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void recordingIsOffAndOnWhereItIsSaid() {
    assertThat(records()).isTrue();
    try (Autograd.Mode off = Autograd.off()) {
      assertThat(records()).isFalse();
      try (Autograd.Mode on = Autograd.on()) {
        assertThat(records()).isTrue();
      }
      assertThat(records()).isFalse();
    }
    assertThat(records()).isTrue();
  }

  @Test
  void anErrorEndsTheStretchToo() {
    assertThatThrownBy(
            () -> {
              try (Autograd.Mode off = Autograd.off()) {
                throw new IllegalArgumentException("on purpose");
              }
            })
        .hasMessage("on purpose");
    assertThat(records()).isTrue();
  }

  @Test
  void otherThreadsContinueRecording() throws Exception {
    FutureTask<Boolean> elsewhere = new FutureTask<>(this::records);
    try (Autograd.Mode off = Autograd.off()) {
      Thread thread = new Thread(elsewhere);
      thread.start();
      assertThat(elsewhere.get()).isTrue();
      assertThat(records()).isFalse();
      thread.join();
    }
  }

  @Test
  void severalOutputsGiveTheSumOfTheirProducts() {
    Tensor squares = leaf.times(leaf);
    Tensor doubled = leaf.times(2);
    Tensor unused = Tensor.of(new double[] {1, 1, 1}, 3).requireGradient();
    List<Tensor> gradients =
        Autograd.gradients(
            List.of(squares, doubled),
            List.of(Tensor.of(new double[] {1, 10}, 2), Tensor.of(new double[] {100, 0}, 2)),
            List.of(leaf, unused));
    assertThat(gradients.get(0).toDoubles()).containsExactly(1 * 4 + 100 * 2, 10 * 6);
    assertThat(gradients.get(1).toDoubles()).containsExactly(0, 0, 0);
  }

  @Test
  void gradientsAreValuesOfTheirOwn() {
    Tensor seed = Tensor.of(new double[] {5, 7}, 2);
    Tensor other = Tensor.of(new double[] {1, 1}, 2).requireGradient();
    // Backwards of sums hand the seed itself on, and those of totals a single number.
    List<Tensor> gradients = Autograd.gradients(leaf.plus(other), seed, List.of(leaf, other));
    gradients.get(0).inPlace().times(10);
    assertThat(gradients.get(1).toDoubles()).containsExactly(5, 7);
    assertThat(seed.toDoubles()).containsExactly(5, 7);
    Tensor total =
        Autograd.gradients(leaf.sum(), Tensor.full(1, DType.FLOAT64), List.of(leaf)).get(0);
    assertThat(total.inPlace().plus(total.copy(), 1).tensor().toDoubles()).containsExactly(2, 2);
  }

  @Test
  void nothingGoesThroughADetachedTensor() {
    Tensor stopped = leaf.times(3).detach();
    assertThat(stopped.requiresGradient()).isFalse();
    Tensor product = leaf.times(stopped);
    Tensor ones = Tensor.full(1, DType.FLOAT64, 2);
    assertThat(Autograd.gradients(product, ones, List.of(leaf)).get(0).toDoubles())
        .containsExactly(6, 9);
  }

  @Test
  void copiesAreOutsideTheGraph() {
    Tensor copy = leaf.copy();
    assertThat(copy.requiresGradient()).isFalse();
    copy.inPlace().plus(1);
    assertThat(leaf.toDoubles()).containsExactly(2, 3);
  }

  private boolean records() {
    try (Scope computing = Scope.open()) {
      return leaf.times(2).requiresGradient();
    }
  }
}
