package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionalTest {
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void aLinearLayerIsAProductAndASum() {
    Tensor x = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
    Tensor w = Tensor.of(new double[] {1, 0, 0, 1, 1, 1}, 3, 2);
    Tensor b = Tensor.of(new double[] {0, 10, 20}, 3);
    assertThat(Functional.linear(x, w, b).toDoubles()).containsExactly(1, 12, 23, 3, 14, 27);
  }

  @Test
  void aConvolutionKeepsTheSizeAndPadsWithZeros() {
    Tensor x = Tensor.full(1, DType.FLOAT64, 1, 1, 3, 3);
    Tensor w = Tensor.full(1, DType.FLOAT64, 1, 1, 3, 3);
    Tensor b = Tensor.of(new double[] {0.5}, 1);
    Tensor y = Functional.conv2d(x, w, b);
    assertThat(y.shape()).containsExactly(1, 1, 3, 3);
    assertThat(y.toDoubles()).containsExactly(4.5, 6.5, 4.5, 6.5, 9.5, 6.5, 4.5, 6.5, 4.5);
  }

  @Test
  void aConvolutionMayStrideAndHaveNeitherPaddingNorBias() {
    Tensor x = Tensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 1, 2, 4);
    Tensor w = Tensor.full(1, DType.FLOAT64, 1, 1, 2, 2);
    assertThat(Functional.conv2d(x, w, null, 2, 0).toDoubles()).containsExactly(14, 22);
  }

  @Test
  void aTokenIsPutBeforeThoseOfEverySample() {
    Tensor token = Tensor.of(new double[] {9, 8}, 1, 1, 2);
    Tensor x = Tensor.of(new double[] {1, 2, 3, 4}, 2, 1, 2);
    assertThat(Functional.prepend(token, x).toDoubles()).containsExactly(9, 8, 1, 2, 9, 8, 3, 4);
  }

  @Test
  void attentionWeighsValuesByHowTheirKeysAgreeWithTheQuery() {
    // Two tokens, two heads of one number each: q, k and v of both heads behind each other.
    double[] first = {1, 0, Math.log(3), 5, 10, 100};
    double[] second = {0, 0, 0, 7, 20, 300};
    Tensor qkv = Functional.concatenate(Tensor.of(first, 1, 6), Tensor.of(second, 1, 6));
    assertThat(Attention.self(qkv.reshape(1, 2, 6), 2).toDoubles())
        .containsExactly(new double[] {0.75 * 10 + 0.25 * 20, 200, 15, 200}, within(1e-12));
  }

  @Test
  void poolingTakesTheLargestOfEachBlockAndLeavesTheRestOut() {
    Tensor x = Tensor.of(new double[] {1, 2, 9, 3, 4, 9}, 1, 1, 2, 3);
    assertThat(Functional.maxPool2x2(x).toDoubles()).containsExactly(4);
    assertThat(Functional.globalAveragePool(x).toDoubles())
        .containsExactly(new double[] {28 / 6.0}, within(1e-12));
  }

  @Test
  void softmaxAndItsLogarithmSurviveLargeLogits() {
    Tensor logits = Tensor.of(new double[] {1000, 1000, -1000}, 1, 3);
    assertThat(Functional.softmax(logits).toDoubles()).containsExactly(0.5, 0.5, 0);
    assertThat(Functional.logSoftmax(logits).toDoubles())
        .containsExactly(
            new double[] {-Math.log(2), -Math.log(2), -2000 - Math.log(2)}, within(1e-12));
  }

  @Test
  void zeroTimesTheLogarithmOfZeroIsZero() {
    Tensor p = Tensor.of(new double[] {0, 1, 0.5}, 3);
    assertThat(Functional.xLogY(p, p).toDoubles())
        .containsExactly(new double[] {0, 0, -0.5 * Math.log(2)}, within(1e-15));
  }

  @Test
  void rowsAreJoinedInOrder() {
    Tensor a = Tensor.of(new double[] {1, 2}, 2, 1);
    Tensor b = Tensor.of(new double[] {3, 4, 5, 6}, 2, 2);
    assertThat(Functional.concatenate(a, b).toDoubles()).containsExactly(1, 3, 4, 2, 5, 6);
  }

  @Test
  void wrongShapesAreRefusedInOneLineThatSaysWhatWasExpected() {
    Tensor w = Tensor.full(1, DType.FLOAT32, 3, 2);
    Tensor kernel = Tensor.full(1, DType.FLOAT32, 4, 3, 3, 3);
    Tensor b = Tensor.full(1, DType.FLOAT32, 3);
    assertRefused(
        () -> Functional.linear(zeros(5, 4), w, b),
        "a linear layer expected input [B, 2], found [5, 4]");
    assertRefused(
        () -> Functional.linear(zeros(5, 2, 2), w, b),
        "a linear layer expected input [B, 2], found [5, 2, 2]");
    assertRefused(
        () -> Functional.conv2d(zeros(5, 1, 8, 8), kernel, b),
        "a convolution expected input [B, 3, H, W], found [5, 1, 8, 8]");
    assertRefused(
        () -> Functional.conv2d(zeros(5, 3, 8, 2), kernel, null, 1, 0),
        "a convolution expected input images of at least 3x3, found [5, 3, 8, 2]");
    assertRefused(
        () -> Attention.self(zeros(5, 2, 8), 2),
        "attention expected input [B, T, n] with n divisible by 6, found [5, 2, 8]");
    assertRefused(
        () -> Norms.layerNorm(zeros(5, 2), b, b, 1e-6),
        "layer norm expected input [..., 3], found [5, 2]");
    assertRefused(
        () -> Functional.maxPool2x2(zeros(5, 1, 1, 8)),
        "2x2 pooling expected input [B, C, H, W] with H and W at least 2, found [5, 1, 1, 8]");
    assertRefused(
        () -> Functional.globalAveragePool(zeros(5, 8)),
        "the global average expected input [B, C, H, W], found [5, 8]");
    assertRefused(
        () -> Functional.concatenate(zeros(5, 1), zeros(4, 1)),
        "joining rows expected input [5, n], found [4, 1]");
  }

  private static void assertRefused(ThrowingCallable call, String line) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(line);
  }

  private static Tensor zeros(long... shape) {
    return Tensor.full(0, DType.FLOAT32, shape);
  }
}
