package io.github.sid4j.cli;

import io.github.sid4j.internal.bench.Configuration;
import io.github.sid4j.internal.bench.Worker;
import io.github.sid4j.internal.bench.WorkerTask;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code sid bench} starts: a process that takes steps on request. */
@Command(name = "bench-worker", hidden = true)
final class BenchWorkerCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private WorkloadOptions workload;

  @Option(names = "--ceilings")
  private boolean ceilings;

  @Option(names = "--method")
  private String method = "sid";

  @Option(names = "--own")
  private Map<String, String> own = Map.of();

  @Option(names = "--execution")
  private String execution;

  @Option(names = "--precision")
  private String precision = "fp32";

  BenchWorkerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (ceilings) {
      return Worker.serveCeilings(workload.threads(), in, terminal.out());
    }
    WorkerTask task =
        new WorkerTask(
            workload.workload(),
            new Configuration(method, own, execution, precision),
            workload.threads(),
            workload.warmup());
    return Worker.serveSteps(task, in, terminal.out());
  }
}
