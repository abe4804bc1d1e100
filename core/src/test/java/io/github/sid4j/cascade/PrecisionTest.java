package io.github.sid4j.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
  // Half a unit in the last of bfloat16's eight bits, a few times over.
  private static final double ROUNDING = 0.03;

  private Scope scope;

  @BeforeEach
  void openScope() {
    scope = Scope.open();
  }

  @AfterEach
  void closeScope() {
    scope.close();
  }

  @ParameterizedTest
  @EnumSource
  void beliefsInBfloat16AreThoseOfSinglePrecisionButRounded(SmallCascade kind) {
    Cascade cascade = kind.create(1, DType.FLOAT32);
    Tensor input = kind.input(new Draw(1), 5, DType.FLOAT32);
    List<Belief> exact = cascade.beliefs(input);
    List<Belief> rounded = cascade.in(Precision.BF16).beliefs(input);
    for (int i = 0; i < exact.size(); i++) {
      Tensor p = rounded.get(i).probabilities();
      assertThat(p.type()).isEqualTo(DType.FLOAT32);
      assertThat(p.toDoubles()).isNotEqualTo(exact.get(i).probabilities().toDoubles());
      assertThat(p.minus(exact.get(i).probabilities()).norm()).isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherPrecisionIsOverTheSameParameters(SmallCascade kind) {
    Cascade cascade = kind.create(1, DType.FLOAT32);
    assertThat(cascade.in(Precision.BF16).parameters().byName())
        .isEqualTo(cascade.parameters().byName());
    assertThat(cascade.in(Precision.BF16).extractorReaders()).isEqualTo(cascade.extractorReaders());
  }

  @Test
  void doublesStayDoubles() {
    Cascade cascade = SmallCascade.CNN.create(1, DType.FLOAT64);
    Tensor input = SmallCascade.CNN.input(new Draw(1), 5, DType.FLOAT64);
    assertThat(cascade.in(Precision.BF16).beliefs(input).get(2).probabilities().toDoubles())
        .isEqualTo(cascade.beliefs(input).get(2).probabilities().toDoubles());
  }

  /** The rounded weights of one step must not be found again by the next. */
  @Test
  void roundedWeightsFollowTheirUpdates() {
    Cascade cascade = SmallCascade.MLP.create(1, DType.FLOAT32).in(Precision.BF16);
    Tensor input = SmallCascade.MLP.input(new Draw(1), 5, DType.FLOAT32);
    Tensor before = cascade.extractor().forward(input);
    for (Tensor w : cascade.extractor().parameters().tensors()) {
      w.inPlace().copy(w.times(2).detach());
    }
    assertThat(cascade.extractor().forward(input).minus(before).norm()).isGreaterThan(0.1);
  }

  @Test
  void thePrecisionEndsWithItsBlock() {
    Tensor a = Tensor.full(1.0 / 3, DType.FLOAT32, 1, 1);
    Tensor bias = Tensor.full(0, DType.FLOAT32, 1);
    try (Precision.Mode outer = Precision.BF16.open()) {
      try (Precision.Mode inner = Precision.FP32.open()) {
        assertThat(Functional.linear(a, a, bias).type()).isEqualTo(DType.FLOAT32);
      }
      assertThat(Functional.linear(a, a, bias).type()).isEqualTo(DType.BFLOAT16);
    }
    assertThat(Functional.linear(a, a, bias).type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void oneCascadeIsPutInOnePrecision() {
    Cascade cascade = SmallCascade.MLP.create(1, DType.FLOAT32);
    assertThat(cascade.in(Precision.FP32)).isSameAs(cascade);
    Cascade reduced = cascade.in(Precision.BF16);
    assertThat(reduced.precision()).isEqualTo(Precision.BF16);
    assertThatThrownBy(() -> reduced.in(Precision.FP32)).isInstanceOf(IllegalStateException.class);
  }
}
