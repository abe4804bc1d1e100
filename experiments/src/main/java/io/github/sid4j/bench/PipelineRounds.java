package io.github.sid4j.bench;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Times a pipeline with a thread for each stage beside the same cascade on one thread, with all
 * threads given to each operation, and with a share of each batch for every thread.
 */
final class PipelineRounds implements AutoCloseable {
  private static final String SINGLE_PASS = "single-pass";
  private static final int HAND_OVERS = 1000;

  private final BenchPlan plan;
  private final Workers workers;
  private final List<String> notes;
  private final Configuration local;
  private final InterleavedRounds racers = new InterleavedRounds();
  private final BenchWorker single;
  private final BenchWorker pipeline;
  private final List<WorkerProtocol.Stages> stagesTold = new ArrayList<>();
  private final List<Double> handOvers = new ArrayList<>();

  /**
   * Starts the workers.
   *
   * @param plan whose first configuration with several executions is looked at
   */
  PipelineRounds(BenchPlan plan, Workers workers, List<String> notes) {
    this.plan = plan;
    this.workers = workers;
    this.notes = notes;
    local =
        plan.configurations().stream()
            .filter(Configuration::hasExecutions)
            .findFirst()
            .orElseThrow();
    try {
      single = add(SINGLE_PASS, 1);
      pipeline = add("pipeline", plan.workload().modules());
      if (plan.threads() > 1) {
        add(SINGLE_PASS, plan.threads());
        add("data-parallel", plan.threads());
      }
    } catch (RuntimeException e) {
      racers.close();
      throw e;
    }
  }

  private BenchWorker add(String execution, int threads) {
    WorkerTask task = new WorkerTask(plan.workload(), local.by(execution), threads, plan.warmup());
    String name =
        "%s, %s thread%s".formatted(task.configuration().name(), threads, threads > 1 ? "s" : "");
    return racers.add(workers.racer(name, task));
  }

  /** Cores that others took meanwhile; {@code null} where not told. */
  Double run(Consumer<String> progress) {
    return racers.rounds(
        plan.rounds(),
        round -> {
          progress.accept("pipeline, round %s of %s".formatted(round, plan.rounds()));
          stagesTold.add(stages(single));
          handOvers.addAll(
              single.process().ask("hand-over", HAND_OVERS, WorkerProtocol.Steps.class).seconds());
        },
        racer -> racer.takeBatches(plan.batches()));
  }

  private WorkerProtocol.Stages stages(BenchWorker racer) {
    return racer.process().ask("stages", plan.steps(), WorkerProtocol.Stages.class);
  }

  PipelineReport report() {
    Spread handOver = Spread.of(handOvers.stream().mapToDouble(Double::doubleValue).toArray());
    List<StageCost> costs = StageCost.of(stagesTold);
    PipelineModel model = PipelineModel.of(costs, handOver.median());
    List<Prediction> predictions = new ArrayList<>(List.of(Prediction.of(model)));
    for (int stages : plan.predicted()) {
      if (stages != costs.size()) {
        predict(stages, handOver.median(), predictions);
      }
    }
    return new PipelineReport(
        plan.batches(),
        handOver,
        costs,
        racers.all().stream().map(racer -> throughput(racer, model)).toList(),
        predictions);
  }

  private Throughput throughput(BenchWorker racer, PipelineModel model) {
    Spread seconds = racer.spread();
    Double predicted = null;
    if (racer == single) {
      predicted = model.inTurn();
    } else if (racer == pipeline) {
      predicted = model.meanOf(plan.batches(), Runtime.getRuntime().availableProcessors());
    }
    return new Throughput(
        racer.name(),
        racer.task().threads(),
        seconds,
        1 / seconds.median(),
        single.ratioTo(racer),
        predicted);
  }

  /**
   * Of another number of stages, which are timed one by one too, so that it needs no more cores.
   */
  private void predict(int stages, double handOver, List<Prediction> predictions) {
    String name = "%s of %s stages".formatted(local.by(SINGLE_PASS).name(), stages);
    WorkerTask task =
        new WorkerTask(
            plan.workload().withModules(stages), local.by(SINGLE_PASS), 1, plan.warmup());
    try (BenchWorker racer = workers.racer(name, task)) {
      List<WorkerProtocol.Stages> told = new ArrayList<>();
      for (int round = 0; round < plan.rounds(); round++) {
        told.add(stages(racer));
      }
      predictions.add(Prediction.of(PipelineModel.of(StageCost.of(told), handOver)));
    } catch (InputException e) {
      notes.add("%s stages are left out: %s".formatted(stages, e.getMessage()));
    }
  }

  @Override
  public void close() {
    racers.close();
  }
}
