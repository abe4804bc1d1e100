package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import org.junit.jupiter.api.Test;

class DeviceTest {
  @Test
  void anotherDeviceThanTheProcessorIsRefusedInOneLine() {
    assertThatThrownBy(() -> new Device("cuda:0"))
        .isInstanceOf(InputException.class)
        .hasMessage("device: expected cpu, found cuda:0; choose cpu");
  }

  @Test
  void whatMeetsATensorIsMadeOnItsDevice() {
    try (Scope scope = Scope.open()) {
      Tensor computed = Tensor.of(new float[] {1, 2}, 2).times(2);

      assertThat(computed.device()).isEqualTo(Device.CPU);
      assertThat(computed.factory().full(1, DType.FLOAT32, 2).plus(computed).toDoubles())
          .containsExactly(3, 5);
    }
  }
}
