package io.github.sid4j.cli;

import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.util.List;

/** The {@code sid} command in this process: libtorch, which takes seconds to load, is there. */
final class SidHere {
  private SidHere() {}

  /** Runs the command without a window, and with the training that its process has. */
  static SidProcess.Ended run(String... words) {
    Captured captured = new Captured(false, false);
    TrainingRunner training =
        (settings, listener, stop) -> {
          try (Trained trained =
              Training.of(settings)
                  .listeners(listener)
                  .stopWhen(stop)
                  .command(List.of(words))
                  .run()) {
            return trained.result();
          }
        };
    int code = Main.run(words, captured.terminal(), training, RunEvaluation::of);
    return new SidProcess.Ended(
        code, captured.out().lines().toList(), captured.err().lines().toList());
  }
}
