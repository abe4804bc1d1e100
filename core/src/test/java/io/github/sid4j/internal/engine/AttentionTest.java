package io.github.sid4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private static final int SAMPLES = 3;
  private static final int TOKENS = 7;
  private static final int HEADS = 2;
  private static final int WIDTH = 8;
  private static final int FEATURES = 6;

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
  void bfloat16GivesWhatSinglePrecisionDoesUpToItsRounding() {
    Tensor qkv = drawn(SAMPLES, TOKENS, 3 * WIDTH);
    assertAgree(qkv, x -> Attention.self(x, HEADS));
  }

  @Test
  void oneQueryInBfloat16GivesWhatSinglePrecisionDoesUpToItsRounding() {
    Tensor tokens = drawn(SAMPLES, TOKENS, FEATURES);
    assertAgree(
        tokens,
        x ->
            Attention.ofOne(
                drawn(SAMPLES, WIDTH).to(x.type()),
                x,
                drawn(2 * WIDTH, FEATURES).times(0.25),
                drawn(2 * WIDTH),
                HEADS));
  }

  @Test
  void oneQueryGivesWhatItWouldWithKeysAndValues() {
    Tensor query = drawn(SAMPLES, WIDTH);
    Tensor weight = drawn(2 * WIDTH, FEATURES);
    Tensor bias = drawn(2 * WIDTH);
    double[][] found =
        resultAndGradient(
            drawn(SAMPLES, TOKENS, FEATURES), x -> Attention.ofOne(query, x, weight, bias, HEADS));
    double[][] expected =
        resultAndGradient(
            drawn(SAMPLES, TOKENS, FEATURES),
            x -> {
              // The query of every token, of which only the first one's result is taken.
              Tensor queries =
                  query.reshape(SAMPLES, 1, WIDTH).plus(drawn(SAMPLES, TOKENS, WIDTH).times(0));
              Tensor keysAndValues =
                  Functional.linear(x.reshape(-1, FEATURES), weight, bias)
                      .reshape(SAMPLES, TOKENS, 2 * WIDTH);
              Tensor all = Attention.self(Functional.concatenate(queries, keysAndValues), HEADS);
              return all.swapped(0, 1).row(0);
            });
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).containsExactly(expected[i], within(1e-4));
    }
  }

  /** Values and gradients; the numbers are made of ones that bfloat16 can hold. */
  private static void assertAgree(Tensor input, UnaryOperator<Tensor> attention) {
    double[][] single = resultAndGradient(input, attention);
    double[][] half =
        resultAndGradient(input, x -> attention.apply(x.to(DType.BFLOAT16)).to(DType.FLOAT32));
    for (int i = 0; i < single.length; i++) {
      assertThat(half[i]).containsExactly(single[i], within(0.03));
      assertThat(half[i]).isNotEqualTo(single[i]);
    }
  }

  private static double[][] resultAndGradient(Tensor input, UnaryOperator<Tensor> attention) {
    Tensor leaf = input.copy().requireGradient();
    Tensor result = attention.apply(leaf);
    Tensor gradient = Autograd.gradients(result, result, List.of(leaf)).get(0);
    return new double[][] {result.toDoubles(), gradient.toDoubles()};
  }

  private static Tensor drawn(long... shape) {
    Random random = new Random(5);
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    double[] values = random.doubles(count, -2, 2).map(v -> Math.round(v * 16) / 16.0).toArray();
    return Tensor.of(values, shape).to(DType.FLOAT32);
  }
}
