package io.github.sid4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static Tensor ones(long... shape) {
    return Tensor.full(1, DType.FLOAT32, shape);
  }

  @Test
  void productsAreCountedWhileItIsOpen() {
    Tensor bias = ones(5);
    Tensor learned = ones(2, 3).requireGradient();
    Functional.linear(ones(2, 3), ones(5, 3), bias);
    try (Tally tally = Tally.open()) {
      Functional.linear(ones(2, 3), ones(5, 3), bias);
      assertThat(tally.products()).isEqualTo(2 * 3 * 5);
      assertThat(tally.productsOfConstants()).isEqualTo(2 * 3 * 5);
      Functional.linear(learned, ones(5, 3), bias);
      assertThat(tally.products()).isEqualTo(2 * (2 * 3 * 5));
      assertThat(tally.productsOfConstants()).isEqualTo(2 * 3 * 5);
    }
    Functional.linear(ones(2, 3), ones(5, 3), bias);
    try (Tally tally = Tally.open()) {
      assertThat(tally.products()).isZero();
    }
  }

  @Test
  void aConvolutionMultipliesForEachPlaceOfItsResult() {
    try (Tally tally = Tally.open()) {
      // 7x5 pixels by stride 2 without padding are 3x2.
      Functional.conv2d(ones(2, 3, 7, 5), ones(4, 3, 3, 3), null, 2, 0);
      assertThat(tally.products()).isEqualTo(2 * (3 * 2) * (4 * 3 * 3 * 3));
    }
  }

  @Test
  void attentionMultipliesTokensTwice() {
    try (Tally tally = Tally.open()) {
      Attention.self(ones(2, 5, 3 * 8), 4);
      assertThat(tally.products()).isEqualTo(2 * 2 * 5 * 5 * 8);
    }
    try (Tally tally = Tally.open()) {
      Attention.ofOne(ones(2, 8), ones(2, 5, 6), ones(2 * 8, 6), ones(2 * 8), 4);
      assertThat(tally.products()).isEqualTo(2 * (2 * 5 * 4 * 6 + 2 * 8 * 6));
    }
  }

  @Test
  void aSecondOneIsRefusedAndTheFirstContinues() {
    try (Tally tally = Tally.open()) {
      assertThatIllegalStateException().isThrownBy(Tally::open);
      Functional.linear(ones(1, 2), ones(3, 2), ones(3));
      assertThat(tally.products()).isEqualTo(6);
    }
  }
}
