package io.github.sid4j.internal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One of the workers that take turns, and what it has reported so far. */
final class BenchWorker implements AutoCloseable {
  private final WorkerTask task;
  private final String name;
  private final WorkerProcess process;
  private final WorkerProtocol.Ready ready;
  private final List<double[]> seconds = new ArrayList<>();
  private final List<Map<String, Double>> parts = new ArrayList<>();

  /**
   * Waits until the worker is ready.
   *
   * @throws WorkerException if it does not become so
   * @throws io.github.sid4j.error.InputException if there is no such thing as it is to compute
   */
  BenchWorker(WorkerTask task, String name, WorkerProcess process) {
    this.task = task;
    this.name = name;
    this.process = process;
    try {
      ready = process.awaitReady();
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  WorkerProcess process() {
    return process;
  }

  WorkerTask task() {
    return task;
  }

  String name() {
    return name;
  }

  /** A turn of a round: single steps, or of a pipeline many batches at once. */
  void takeTurn(BenchPlan plan) {
    if (task.configuration().pipelined()) {
      takeBatches(plan.batches());
    } else {
      take("steps", plan.steps(), plan.steps());
    }
  }

  /** Steps that need not wait for each other, of which the mean is reported. */
  void takeBatches(int count) {
    take("batches", count, 1);
  }

  private void take(String wish, int count, int answers) {
    List<Double> reported = process.ask(wish, count, WorkerProtocol.Steps.class).seconds();
    if (reported == null || reported.size() != answers) {
      throw new WorkerException(
          name, "expected %s times of %s, found %s".formatted(answers, wish, reported));
    }
    seconds.add(reported.stream().mapToDouble(Double::doubleValue).toArray());
  }

  void lookIntoOneStep() {
    Map<String, Double> reported = process.ask("profile", 1, WorkerProtocol.Profile.class).parts();
    if (reported != null && !reported.isEmpty()) {
      parts.add(reported);
    }
  }

  MemoryUse memory(int steps, int modules) {
    return MemoryUse.of(name, modules, process.ask("memory", steps, WorkerProtocol.Memory.class));
  }

  /** Operations of a step; {@code null} if they are not known. */
  Long flops() {
    return task.configuration().counted()
        ? process.ask("operations", 1, WorkerProtocol.Operations.class).stepFlops()
        : null;
  }

  /** Of all steps. */
  Quartiles quartiles() {
    return Quartiles.of(seconds.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  /** Its time in units of another's: the median over the rounds of the ratio of two medians. */
  double ratioTo(BenchWorker other) {
    double[] ratios = new double[seconds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          Quartiles.of(seconds.get(i)).median() / Quartiles.of(other.seconds.get(i)).median();
    }
    return Quartiles.of(ratios).median();
  }

  /**
   * What its steps took.
   *
   * @param first whose steps are the unit
   * @param flops of a step; {@code null} if they are not known
   * @param ceilings of the machine; {@code null} if they were not measured
   */
  Timing timing(BenchWorker first, String library, Long flops, Ceilings ceilings) {
    Configuration configuration = task.configuration();
    Quartiles all = quartiles();
    Double floor =
        flops == null || ceilings == null
            ? null
            : Double.valueOf(
                flops / (ceilings.gflops(configuration.precision()).median() * Ceilings.GIGA));
    return new Timing(
        name,
        library + " " + ready.version(),
        configuration.method(),
        configuration.settings(),
        task.topology(),
        configuration.execution(),
        configuration.precision(),
        ready.parameters(),
        flops,
        all,
        task.workload().batch() / all.median(),
        ratioTo(first),
        floor,
        floor == null ? null : Double.valueOf(all.median() / floor));
  }

  /** Where its steps' time goes; {@code null} if unknown. */
  StepParts stepParts() {
    return parts.isEmpty() ? null : StepParts.of(name, parts.size(), parts);
  }

  @Override
  public void close() {
    process.close();
  }
}
