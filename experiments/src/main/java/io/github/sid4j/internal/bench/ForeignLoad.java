package io.github.sid4j.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much of the processors others take during a stretch of time: what Linux counts as busy or
 * stolen by other virtual machines, less what this process and its workers used.
 */
final class ForeignLoad {
  private static final Path COUNTERS = Path.of("/proc/stat");
  // USER_HZ, which has been 100 on all Linuxes that run Java.
  private static final double TICKS_PER_SECOND = 100;
  // user nice system, idle iowait left out, irq softirq steal
  private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

  private final Supplier<Duration> ours;
  private final Double busyAtBegin = busySeconds();
  private final double oursAtBegin;
  private final long begun = System.nanoTime();

  ForeignLoad(Supplier<Duration> ours) {
    this.ours = ours;
    oursAtBegin = seconds();
  }

  /** Cores taken by others since this was made, on average; {@code null} where unknown. */
  Double cores() {
    Double busy = busySeconds();
    if (busy == null || busyAtBegin == null) {
      return null;
    }
    double wall = (System.nanoTime() - begun) / 1e9;
    return Math.max(0, (busy - busyAtBegin - (seconds() - oursAtBegin)) / wall);
  }

  private double seconds() {
    Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return own.plus(ours.get()).toNanos() / 1e9;
  }

  private static Double busySeconds() {
    try {
      String[] all = Files.readAllLines(COUNTERS).get(0).split("\\s+", -1);
      if (Arrays.stream(all).skip(1).allMatch(word -> word.matches("\\d+")) && all.length > 8) {
        return BUSY.stream().mapToLong(at -> Long.parseLong(all[at])).sum() / TICKS_PER_SECOND;
      }
      return null;
    } catch (IOException e) {
      return null; // Not a Linux, or one that hides it.
    }
  }
}
