package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.testkit.Draw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTest {
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Property(tries = 50)
  void numbersComeOutAsTheyWentIn(@ForAll @Size(min = 1, max = 30) float[] values) {
    try (Scope trying = Scope.open()) {
      Tensor tensor = Tensor.of(values, values.length);
      assertThat(tensor.type()).isEqualTo(DType.FLOAT32);
      assertThat(tensor.toFloats()).isEqualTo(values);
      ByteBuffer bytes = ByteBuffer.wrap(tensor.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
      for (float value : values) {
        assertThat(bytes.getFloat()).isEqualTo(value);
      }
    }
  }

  @Property(tries = 50)
  void bytesMakeTheRoundTripInEveryLayout(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 4) int height) {
    try (Scope trying = Scope.open()) {
      Tensor rows = new Draw(seed).tensor(DType.FLOAT32, 5, batch, channels, height, 3);
      Tensor images = rows.channelsLast();
      assertThat(images.toBytes()).isEqualTo(rows.toBytes());
      assertThat(images.toDoubles()).isEqualTo(rows.toDoubles());
      assertThat(images.toFloats()).isEqualTo(rows.toFloats());

      Tensor written = Tensor.full(0, DType.FLOAT32, rows.shape()).channelsLast();
      written.setBytes(rows.toBytes());
      assertThat(written.toBytes()).isEqualTo(rows.toBytes());
      assertThat(written.toDoubles()).containsExactly(rows.toDoubles());
    }
  }

  @Test
  void typesAreConverted() {
    Tensor doubles = Tensor.of(new double[] {-1.75, 0.1, 3}, 3);
    assertThat(doubles.to(DType.FLOAT64)).isSameAs(doubles);
    assertThat(doubles.to(DType.FLOAT32).type()).isEqualTo(DType.FLOAT32);
    assertThat(doubles.to(DType.FLOAT32).toDoubles()).containsExactly(-1.75, 0.1f, 3);
    assertThat(doubles.to(DType.INT64).toDoubles()).containsExactly(-1, 0, 3);
    assertThat(Tensor.of(new long[] {4, 5}, 2).to(DType.FLOAT32).toFloats()).containsExactly(4, 5);
    assertThat(doubles.toFloats()).containsExactly(-1.75f, 0.1f, 3);
    for (DType type : DType.values()) {
      assertThat(doubles.to(type).toBytes()).hasSize(3 * type.bytes());
    }
  }

  @Test
  void aWrongNumberOfValuesIsRefusedInOneLine() {
    assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [2, 3] takes 6 values, found 5");
    assertThatThrownBy(() -> Tensor.of(new double[7], 2, 3))
        .hasMessage("shape [2, 3] takes 6 values, found 7");
    assertThatThrownBy(() -> Tensor.of(new long[0], 1))
        .hasMessage("shape [1] takes 1 values, found 0");
    assertThatThrownBy(() -> Tensor.of(new float[6], 2, 3).setBytes(new byte[23]))
        .hasMessage("expected 24 bytes for FLOAT32[2, 3], found 23");
  }

  @Test
  void anEmptyTensorHasNoBytes() {
    Tensor empty = Tensor.of(new float[0], 0, 3);
    assertThat(empty.toBytes()).isEmpty();
    assertThat(empty.isFinite()).isTrue();
  }

  @Test
  void writingBytesReachesAParameterWithoutEndingItsGradients() {
    Tensor parameter = Tensor.of(new float[] {1, 2}, 2).requireGradient();
    parameter.setBytes(Tensor.of(new float[] {3, 4}, 2).toBytes());
    assertThat(parameter.toFloats()).containsExactly(3, 4);
    assertThat(parameter.requiresGradient()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneNumberThatIsNoneIsFound(float value) {
    float[] values = new float[1000];
    Arrays.fill(values, Float.MAX_VALUE);
    assertThat(Tensor.of(values, 1000).isFinite()).isTrue();
    values[500] = value;
    assertThat(Tensor.of(values, 1000).isFinite()).isFalse();
  }

  @Test
  void arithmeticIsElementByElementAndBroadcasts() {
    Tensor rows = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Tensor row = Tensor.of(new double[] {10, 20, 30}, 3);
    assertThat(rows.plus(row).toDoubles()).containsExactly(11, 22, 33, 14, 25, 36);
    assertThat(rows.minus(row).toDoubles()).containsExactly(-9, -18, -27, -6, -15, -24);
    assertThat(rows.times(row).toDoubles()).containsExactly(10, 40, 90, 40, 100, 180);
    assertThat(rows.times(-2).toDoubles()).containsExactly(-2, -4, -6, -8, -10, -12);
    assertThat(row.log().exp().toDoubles())
        .containsExactly(new double[] {10, 20, 30}, within(1e-12));
    assertThat(rows.times(rows).sqrt().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(rows.sum().item()).isEqualTo(21);
    assertThat(rows.sumLast().toDoubles()).containsExactly(6, 15);
    assertThat(rows.sumLast().shape()).containsExactly(2, 1);
    assertThat(row.norm()).isCloseTo(Math.sqrt(1400), within(1e-12));
  }

  @Test
  void theFirstOfEqualsIsTheLargest() {
    Tensor rows = Tensor.of(new double[] {1, 3, 3, 2, 2, 1}, 2, 3);
    assertThat(rows.argmaxLast().type()).isEqualTo(DType.INT64);
    assertThat(rows.argmaxLast().toDoubles()).containsExactly(1, 0);
  }

  @Test
  void changesInPlaceAreWhatTheirNamesSay() {
    Tensor t = Tensor.of(new double[] {1, 2}, 2);
    Tensor a = Tensor.of(new double[] {10, 20}, 2);
    Tensor b = Tensor.of(new double[] {2, 4}, 2);
    assertThat(t.inPlace().plus(a, 0.5).tensor().toDoubles()).containsExactly(6, 12);
    assertThat(t.inPlace().plus(1).tensor().toDoubles()).containsExactly(7, 13);
    assertThat(t.inPlace().times(2).tensor().toDoubles()).containsExactly(14, 26);
    assertThat(t.inPlace().lerp(a, 0.25).tensor().toDoubles()).containsExactly(13, 24.5);
    assertThat(t.inPlace().plusProduct(a, b, 0.1).tensor().toDoubles())
        .containsExactly(new double[] {15, 32.5}, within(1e-12));
    assertThat(t.inPlace().plusQuotient(a, b, -1).tensor().toDoubles())
        .containsExactly(new double[] {10, 27.5}, within(1e-12));
    assertThat(t.inPlace().copy(a).tensor()).isSameAs(t);
    assertThat(t.toDoubles()).containsExactly(10, 20);
  }
}
