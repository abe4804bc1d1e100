package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.run.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Starts the workers of a plan, each in the environment that it needs. */
final class Workers {
  /** The thread pool of the BLAS, which the launcher keeps out of sid4j's own steps. */
  private static final String BLAS_THREADS = "OPENBLAS_NUM_THREADS";

  private final BenchPlan plan;
  private final Launch launch;
  private final Consumer<String> progress;

  Workers(BenchPlan plan, Launch launch, Consumer<String> progress) {
    this.plan = plan;
    this.launch = launch;
    this.progress = progress;
  }

  WorkerProcess step(String name, WorkerTask task, List<String> flags) {
    progress.accept("starting " + name);
    return new WorkerProcess(
        name, launch.command(flags, task.javaArguments()), inherited -> {}, plan.patience());
  }

  /** The same, once it is ready. */
  BenchWorker worker(String name, WorkerTask task) {
    return new BenchWorker(task, name, step(name, task, List.of()));
  }

  WorkerProcess ceilings() {
    progress.accept("starting ceilings");
    String threads = Integer.toString(plan.threads());
    // Nothing else runs in this process, so that the BLAS may have all threads.
    return new WorkerProcess(
        "ceilings",
        launch.command(List.of(), List.of("--ceilings", "--threads", threads)),
        inherited -> inherited.put(BLAS_THREADS, threads),
        plan.patience());
  }

  WorkerProcess peer(Peers peers, Configuration configuration) {
    String name = Peers.name(configuration);
    progress.accept("starting " + name);
    return new WorkerProcess(
        name,
        peers.command(plan.task(configuration)),
        // As its users start it, without what the launcher has set for sid4j.
        inherited -> Machine.switches(inherited).keySet().forEach(inherited::remove),
        plan.patience());
  }

  /** The peers that can be started; why the others cannot goes to the notes. */
  List<BenchWorker> peers(List<String> notes) {
    List<BenchWorker> able = new ArrayList<>();
    if (plan.peers().isEmpty()) {
      return able;
    }
    for (Configuration configuration : plan.peers().get().counterparts(plan.configurations())) {
      try {
        able.add(
            new BenchWorker(
                plan.task(configuration),
                Peers.name(configuration),
                peer(plan.peers().get(), configuration)));
      } catch (WorkerException e) {
        if (able.isEmpty()) {
          // What keeps the first from starting keeps the others too.
          notes.add("peers are left out: " + e.getMessage());
          return able;
        }
        notes.add("left out: " + e.getMessage());
      }
    }
    return able;
  }
}
