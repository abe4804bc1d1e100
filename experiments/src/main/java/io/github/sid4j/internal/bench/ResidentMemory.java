package io.github.sid4j.internal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process's memory that is in RAM, as Linux counts it; {@code null} where unknown. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";

  private ResidentMemory() {}

  /** Now, in bytes. */
  static Long now() {
    return field("VmRSS:");
  }

  /** The highest since {@link #resetPeak}, in bytes. */
  static Long peak() {
    return field("VmHWM:");
  }

  /** Lets the peak begin again from what is resident now; where that cannot be, it stays. */
  static void resetPeak() {
    try {
      Files.write(CLEAR, RESET_PEAK.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return; // The peak since the process began is then the reported bound.
    }
  }

  private static Long field(String name) {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
      return null;
    } catch (IOException e) {
      return null; // Not a Linux, or one that hides it.
    }
  }
}
