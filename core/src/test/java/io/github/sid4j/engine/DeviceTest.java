package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Accelerators;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class DeviceTest {
  @Test
  void namesAreReadAsUsersWriteThem() {
    assertThat(new Device("cuda")).isEqualTo(new Device("cuda:0"));
    assertThat(new Device("cuda:3").index()).isEqualTo(3);
    assertThat(new Device("cpu")).isEqualTo(Device.CPU);
    assertThatThrownBy(() -> new Device("gpu"))
        .isInstanceOf(InputException.class)
        .hasMessage("device: expected cpu, cuda, cuda:N or mps, found gpu; choose cpu");
  }

  @Test
  void autoIsTheProcessorWhereThereIsNothingElse() {
    assumeTrue(Accelerators.missing(new Device("cuda")).isPresent(), "there is a GPU");
    assertThat(Device.available("auto")).isEqualTo(Device.CPU);
  }

  @Test
  void aDeviceThatIsNotThereIsRefusedWithWhatIsMissing() {
    assumeTrue(Accelerators.missing(new Device("cuda")).isPresent(), "there is a GPU");
    assertThatThrownBy(() -> Device.available("cuda:1"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "device: expected cuda:1, found the build of libtorch for the processor alone; add"
                + " org.bytedeco:pytorch with the classifier "
                + Loader.getPlatform()
                + "-gpu to the class path, as docs/guides/gpu.md says, or choose cpu");
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
