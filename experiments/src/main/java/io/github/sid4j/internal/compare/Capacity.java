package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cells fit beside each other. */
final class Capacity {
  /** What a cell needs beyond what one like it needed before. */
  private static final double MARGIN = 1.1;

  private final int cores;
  private final long memory;
  private final long usual;
  private final Map<String, Long> measured = new HashMap<>();

  /**
   * What there is.
   *
   * @param cores at least 1
   * @param memory in bytes
   * @param usual need of memory of a cell, in bytes, before any is measured
   */
  Capacity(int cores, long memory, long usual) {
    this.cores = cores;
    this.memory = memory;
    this.usual = usual;
  }

  /**
   * Refuses a cell that can never fit.
   *
   * @throws InputException if it has more threads than there are cores
   */
  void check(Cell cell) {
    int threads = cell.settings().map(known -> new TrainingComponents(known).threads()).orElse(1);
    if (threads > cores) {
      throw new InputException(
          "cell " + cell.id() + ", threads",
          "at most the %s cores of the comparison".formatted(cores),
          Integer.toString(threads),
          "set threads=" + cores + ", or give more cores");
    }
  }

  /** Learns from a cell that is done. */
  void learn(Cell cell, RunResult result) {
    measured.merge(cell.kind(), result.peakRssBytes(), Math::max);
  }

  /** Whether a cell fits beside others; alone it always does. */
  boolean fits(Cell cell, Collection<Cell> running) {
    if (running.isEmpty()) {
      return true;
    }
    int taken = running.stream().mapToInt(this::cores).sum();
    long used = running.stream().mapToLong(this::need).sum();
    return taken + cores(cell) <= cores && used + need(cell) <= memory;
  }

  /** In bytes: as cells like it, else as the largest of all, else as the specification says. */
  long need(Cell cell) {
    long like =
        measured.getOrDefault(
            cell.kind(), measured.values().stream().mapToLong(Long::longValue).max().orElse(0));
    return like == 0 ? usual : Math.round(like * MARGIN);
  }

  /** The stages of a pipeline may be more than the cores that they then share. */
  private int cores(Cell cell) {
    return Math.min(cores, threads(cell.settings().orElseThrow()));
  }

  private static int threads(Settings settings) {
    int threads = new TrainingComponents(settings).threads();
    if (!settings.get(TrainingSetting.EXECUTION).equals("pipeline")) {
      return threads;
    }
    int stages = settings.get(ModelSetting.STAGES);
    List<Integer> byStage = settings.get(RunSetting.STAGE_THREADS);
    return switch (byStage.size()) {
      case 0 -> Math.max(threads, stages);
      case 1 -> byStage.get(0) * stages;
      default -> byStage.stream().mapToInt(Integer::intValue).sum();
    };
  }
}
