package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.BenchPlan;
import io.github.sid4j.internal.bench.Peers;
import io.github.sid4j.internal.bench.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say what is timed beside sid4j. */
final class PeerOptions {
  /** Set by the launcher: where sid4j's files are. */
  private static final String HOME = "SID_HOME";

  private static final String SCRIPT = "torch_step.py";

  @Option(names = "--no-peers", description = "Do not time PyTorch beside, even if Python has it.")
  private boolean none;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The Python that has PyTorch. Default: ${DEFAULT-VALUE}.")
  private String python = "python3";

  /** The peers that can be tried for a workload. */
  Optional<Peers> found(Workload workload) {
    return reason(workload).isEmpty() ? Optional.of(new Peers(python, script())) : Optional.empty();
  }

  /** A line that says why there are none, if they were asked for. */
  List<String> leftOut(BenchPlan plan, int width) {
    Optional<String> reason = reason(plan.workload());
    return !none && reason.isPresent()
        ? ConsoleTexts.wrap(width, "", "peers are left out: " + reason.get())
        : List.of();
  }

  private Optional<String> reason(Workload workload) {
    if (none) {
      return Optional.of("not wanted");
    }
    if (!workload.network().equals("simple-cnn")
        || !workload.topology().equals("shared")
        || !workload.settings().isEmpty()) {
      return Optional.of(
          "they know the network simple-cnn, shared by modules, with default settings only");
    }
    if (!Files.isRegularFile(script())) {
      return Optional.of(
          "there is no bench/peers/" + SCRIPT + " beside the launcher ./sid, or it was not used");
    }
    return Optional.empty();
  }

  private static Path script() {
    String home = System.getenv(HOME);
    return Path.of(home == null ? "" : home, "bench", "peers", SCRIPT);
  }
}
