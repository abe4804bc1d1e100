package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
  @Test
  void isThatOfARunningProcess() {
    assertThat(PeakMemory.bytes()).isGreaterThan(1 << 20);
    assertThat(PeakMemory.committed()).isGreaterThan(1 << 20);
  }

  @Test
  void readsTheHighWaterMarkWhereThereIsOne(@TempDir Path folder) throws IOException {
    Path status = Files.writeString(folder.resolve("status"), "Name:\tx\nVmHWM:\t    2048 kB\n");
    assertThat(PeakMemory.highWaterMark(status)).hasValue(2 << 20);
    assertThat(PeakMemory.highWaterMark(Files.writeString(status, "Name:\tx\n"))).isEmpty();
    assertThat(PeakMemory.highWaterMark(folder.resolve("none"))).isEmpty();
  }
}
