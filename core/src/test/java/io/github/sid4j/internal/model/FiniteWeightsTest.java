package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class FiniteWeightsTest {
  private static byte[] single(float... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return bytes.array();
  }

  private static void check(String name, float... numbers) {
    FiniteWeights.check("file", name, ElementType.F32, single(numbers));
  }

  @Test
  void theFirstNumberThatIsNotFiniteIsNamed() {
    assertThatThrownBy(() -> check("a.weight", 1, -2, Float.NaN, Float.POSITIVE_INFINITY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file tensor a.weight number 2: expected a finite number, found NaN");
    assertThatThrownBy(() -> check("a.weight", Float.NEGATIVE_INFINITY))
        .hasMessageContaining("number 0")
        .hasMessageContaining("-Infinity");
  }

  @Test
  void everyFiniteNumberPasses() {
    assertThatCode(
            () -> check("a.weight", 0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE))
        .doesNotThrowAnyException();
  }

  @Test
  void aVarianceIsNotNegative() {
    assertThatCode(() -> check("bn1.running_var", 0, -0f, 2)).doesNotThrowAnyException();
    assertThatCode(() -> check("bn1.running_mean", -1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("bn1.running_var", 1, -1e-9f))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bn1.running_var number 1")
        .hasMessageContaining("at least 0");
  }

  @Test
  void otherPrecisionsAreCheckedToo() {
    ByteBuffer twice = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    twice.putDouble(1).putDouble(Double.NaN);
    assertThatThrownBy(() -> FiniteWeights.check("f", "x", ElementType.F64, twice.array()))
        .hasMessageContaining("number 1");
    byte[] brain = {(byte) 0x80, 0x3F, (byte) 0x80, 0x7F};
    assertThatThrownBy(() -> FiniteWeights.check("f", "x", ElementType.BF16, brain))
        .hasMessageContaining("number 1")
        .hasMessageContaining("Infinity");
  }
}
