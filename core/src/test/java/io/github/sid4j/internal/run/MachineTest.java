package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flags\t\t: fpu avx512f avx512_bf16|true",
        "flags\t\t: fpu amx_bf16 amx_tile|true",
        "flags\t\t: fpu avx2 avx512f|false",
        "Features\t: fp asimd bf16 i8mm|true",
        "Features\t: fp asimd|false"
      })
  void theProcessorsFeaturesSayWhetherItHasBfloat16(String line, boolean has) throws IOException {
    Path file = Files.writeString(temp.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");
    assertThat(Machine.hasBfloat16(file)).contains(has);
  }

  @Test
  void aSystemThatHidesThemLeavesItOpen() throws IOException {
    Path file = Files.writeString(temp.resolve("cpuinfo"), "processor : 0\nbugs : none\n");
    assertThat(Machine.hasBfloat16(file)).isEmpty();
    assertThat(Machine.hasBfloat16(temp.resolve("none"))).isEmpty();
  }
}
