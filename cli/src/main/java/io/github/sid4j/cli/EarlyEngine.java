package io.github.sid4j.cli;

import io.github.sid4j.internal.engine.Engine;
import java.util.List;
import java.util.Set;

/**
 * Loads libtorch while the flags are parsed and files are read: both take about the same time. What
 * fails here fails again where it is needed, and is reported there.
 */
final class EarlyEngine {
  private static final Set<String> NEEDING =
      Set.of("train", "predict", "evaluate", "calibrate", "export");

  private EarlyEngine() {}

  /**
   * Begins, where a command line surely computes.
   *
   * @param words of it
   */
  static void startFor(List<String> words) {
    if (!words.isEmpty()
        && NEEDING.contains(words.get(0))
        && words.stream().noneMatch(EarlyEngine::leavesItToOthers)) {
      Thread loading = new Thread(Engine::start, "sid-load");
      loading.setDaemon(true);
      loading.setUncaughtExceptionHandler((thread, failure) -> {});
      loading.start();
    }
  }

  /** Help computes nothing, and a run of several processes only starts those that do. */
  private static boolean leavesItToOthers(String word) {
    return word.startsWith("--help") || word.equals("-h") || word.startsWith("--processes");
  }
}
