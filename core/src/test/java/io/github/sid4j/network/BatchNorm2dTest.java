package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.testkit.Draw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchNorm2dTest {
  private static final int BATCH = 3;
  private static final int CHANNELS = 2;
  private static final int PIXELS = 20;
  private static final double EPSILON = 1e-5;

  private final BatchNorm2d norm = new BatchNorm2d(CHANNELS, new Initializer(1, DType.FLOAT64));
  private Scope scope;
  private Tensor x;
  private double[] numbers;

  @BeforeEach
  void open() {
    Engine.useThreads(1);
    scope = Scope.open();
    Tensor drawn = new Draw(5).tensor(DType.FLOAT64, 3, BATCH, CHANNELS, 4, 5);
    x = drawn.plus(Tensor.full(1, DType.FLOAT64, 1)).channelsLast();
    numbers = x.toDoubles();
    norm.parameters().byName().get("weight").setBytes(bytes(0.5, -2));
    norm.parameters().byName().get("bias").setBytes(bytes(3, 4));
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void inTrainingItNormalisesByTheBatchAndLearnsItsStatistics() {
    double[] mean = {mean(0), mean(1)};
    double[] variance = {squares(0) / (BATCH * PIXELS), squares(1) / (BATCH * PIXELS)};
    double[] unbiased = {squares(0) / (BATCH * PIXELS - 1), squares(1) / (BATCH * PIXELS - 1)};
    try (Pass training = Pass.training(1, 1)) {
      assertThat(norm.forward(x).toDoubles())
          .containsExactly(normalised(mean, variance), within(1e-10));
    }
    assertThat(buffer("running_mean"))
        .containsExactly(new double[] {0.1 * mean[0], 0.1 * mean[1]}, within(1e-12));
    assertThat(buffer("running_var"))
        .containsExactly(
            new double[] {0.9 + 0.1 * unbiased[0], 0.9 + 0.1 * unbiased[1]}, within(1e-12));
  }

  @Test
  void teachingGivesTheSameBitsAndLearnsNothing() {
    try (Pass training = Pass.training(1, 1)) {
      byte[] taught;
      try (Pass teaching = Pass.teaching()) {
        taught = norm.forward(x).toBytes();
      }
      assertThat(buffer("running_mean")).containsExactly(0, 0);
      assertThat(buffer("running_var")).containsExactly(1, 1);
      assertThat(norm.forward(x).toBytes()).isEqualTo(taught);
    }
  }

  @Test
  void inInferenceItNormalisesByWhatItHasLearnedAndStaysAsItIs() {
    norm.buffers().byName().get("running_mean").setBytes(bytes(0.3, -1));
    norm.buffers().byName().get("running_var").setBytes(bytes(2, 0.5));
    assertThat(norm.forward(x).toDoubles())
        .containsExactly(normalised(new double[] {0.3, -1}, new double[] {2, 0.5}), within(1e-10));
    assertThat(buffer("running_mean")).containsExactly(0.3, -1);
    assertThat(buffer("running_var")).containsExactly(2, 0.5);
  }

  @Test
  void ofBfloat16ItGivesBfloat16WithStatisticsInSinglePrecision() {
    BatchNorm2d single = new BatchNorm2d(CHANNELS, new Initializer(1, DType.FLOAT32));
    Tensor rounded = x.to(DType.BFLOAT16);
    try (Precision.Mode mode = Precision.BF16.open()) {
      try (Pass training = Pass.training(1, 1)) {
        Tensor y = single.forward(rounded);
        assertThat(y.type()).isEqualTo(DType.BFLOAT16);
        assertThat(y.isFinite()).isTrue();
      }
      assertThat(single.forward(rounded).type()).isEqualTo(DType.BFLOAT16);
    }
    Tensor mean = single.buffers().byName().get("running_mean");
    assertThat(mean.type()).isEqualTo(DType.FLOAT32);
    assertThat(mean.toDoubles())
        .containsExactly(new double[] {0.1 * mean(0), 0.1 * mean(1)}, within(1e-3));
  }

  @Test
  void whatItCannotNormaliseIsRefused() {
    assertThatThrownBy(() -> norm.forward(Tensor.full(0, DType.FLOAT64, 2, 3, 4, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batch norm expected input [B, 2, H, W], found [2, 3, 4, 4]");
    try (Pass training = Pass.training(1, 1)) {
      assertThatThrownBy(() -> norm.forward(Tensor.full(0, DType.FLOAT64, 1, 2, 1, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "batch norm in training expected input of more than one number for each channel,"
                  + " found [1, 2, 1, 1]");
    }
  }

  private double[] normalised(double[] mean, double[] variance) {
    double[] weight = {0.5, -2};
    double[] bias = {3, 4};
    double[] result = new double[numbers.length];
    for (int i = 0; i < result.length; i++) {
      int c = channel(i);
      result[i] = (numbers[i] - mean[c]) / Math.sqrt(variance[c] + EPSILON) * weight[c] + bias[c];
    }
    return result;
  }

  private double mean(int channel) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += channel(i) == channel ? numbers[i] : 0;
    }
    return sum / (BATCH * PIXELS);
  }

  /** The sum of the squared distances from the mean. */
  private double squares(int channel) {
    double mean = mean(channel);
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += channel(i) == channel ? (numbers[i] - mean) * (numbers[i] - mean) : 0;
    }
    return sum;
  }

  private static int channel(int index) {
    return index / PIXELS % CHANNELS;
  }

  private double[] buffer(String name) {
    return norm.buffers().byName().get(name).toDoubles();
  }

  private static byte[] bytes(double... values) {
    return Tensor.of(values, values.length).toBytes();
  }
}
