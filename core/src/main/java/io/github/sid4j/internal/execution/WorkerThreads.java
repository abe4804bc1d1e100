package io.github.sid4j.internal.execution;

import io.github.sid4j.internal.engine.Engine;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that compute for a strategy. */
final class WorkerThreads {
  private WorkerThreads() {}

  /**
   * Makes workers that are started when they are needed.
   *
   * @param count how many, at least 1
   * @param name of each
   */
  static ExecutorService of(int count, String name) {
    return Executors.newFixedThreadPool(
        count,
        task -> {
          Thread worker =
              new Thread(
                  () -> {
                    // The workers are the parallelism: pools inside pools fight for the cores.
                    Engine.useThreads(1);
                    task.run();
                  },
                  name);
          worker.setDaemon(true);
          return worker;
        });
  }
}
