package io.github.sid4j.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One of the workers that take turns, and what it has told so far. */
final class Racer implements AutoCloseable {
  private final Configuration configuration;
  private final String name;
  private final WorkerProcess process;
  private final Answers.Ready ready;
  private final List<double[]> seconds = new ArrayList<>();
  private final List<Map<String, Double>> parts = new ArrayList<>();

  /**
   * Waits until the worker is ready.
   *
   * @throws WorkerException if it does not become so
   */
  Racer(Configuration configuration, String name, WorkerProcess process) {
    this.configuration = configuration;
    this.name = name;
    this.process = process;
    try {
      ready = process.awaitReady();
    } catch (WorkerException e) {
      process.close();
      throw e;
    }
  }

  WorkerProcess process() {
    return process;
  }

  Answers.Ready ready() {
    return ready;
  }

  String name() {
    return name;
  }

  void takeSteps(int count) {
    List<Double> told = process.ask("steps", count, Answers.Steps.class).seconds();
    if (told == null || told.size() != count) {
      throw new WorkerException(name, "expected the seconds of " + count + " steps, found " + told);
    }
    seconds.add(told.stream().mapToDouble(Double::doubleValue).toArray());
  }

  void lookIntoOneStep() {
    Map<String, Double> told = process.ask("profile", 1, Answers.Profile.class).parts();
    if (told != null && !told.isEmpty()) {
      parts.add(told);
    }
  }

  MemoryUse memory(int steps, int modules) {
    return MemoryUse.of(name, modules, process.ask("memory", steps, Answers.Memory.class));
  }

  Timing timing(Racer first, int batch, String library, Long flops, Ceilings ceilings) {
    Spread all = Spread.of(seconds.stream().flatMapToDouble(Arrays::stream).toArray());
    double[] ratios = new double[seconds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = Spread.of(seconds.get(i)).median() / Spread.of(first.seconds.get(i)).median();
    }
    Double floor =
        flops == null
            ? null
            : Double.valueOf(
                flops / (ceilings.gflops(configuration.precision()).median() * Ceilings.GIGA));
    return new Timing(
        name,
        library + " " + ready.version(),
        configuration.method(),
        configuration.execution(),
        configuration.precision(),
        ready.parameters(),
        all,
        batch / all.median(),
        Spread.of(ratios).median(),
        floor,
        floor == null ? null : Double.valueOf(all.median() / floor));
  }

  /** Where its steps' time goes; {@code null} if it cannot tell. */
  StepParts stepParts() {
    return parts.isEmpty() ? null : StepParts.of(name, parts.size(), parts);
  }

  @Override
  public void close() {
    process.close();
  }
}
