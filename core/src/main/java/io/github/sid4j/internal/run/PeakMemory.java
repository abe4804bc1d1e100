package io.github.sid4j.internal.run;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resident memory of this process: now, and the highest. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGH_WATER_MARK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private PeakMemory() {}

  /**
   * The highest resident memory since the process began, that of native code included, as Linux
   * counts it (VmHWM in {@code /proc/self/status}). Elsewhere a lower bound: what the virtual
   * machine has committed now for heap, code and direct buffers, without the memory of native
   * libraries.
   *
   * @return in bytes
   */
  public static long bytes() {
    return highWaterMark(STATUS).orElseGet(PeakMemory::committed);
  }

  /**
   * The resident memory at this moment, that of native code included.
   *
   * @return in bytes; empty outside Linux
   */
  public static OptionalLong residentBytes() {
    return field(STATUS, RESIDENT);
  }

  static OptionalLong highWaterMark(Path status) {
    return field(status, HIGH_WATER_MARK);
  }

  private static OptionalLong field(Path status, Pattern pattern) {
    List<String> lines;
    try {
      lines = Files.readAllLines(status);
    } catch (IOException e) {
      return OptionalLong.empty(); // Not a Linux, or one that hides it.
    }
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)) * 1024)
        .findFirst();
  }

  static long committed() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long buffers =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(pool -> Math.max(0, pool.getMemoryUsed()))
            .sum();
    return memory.getHeapMemoryUsage().getCommitted()
        + memory.getNonHeapMemoryUsage().getCommitted()
        + buffers;
  }
}
