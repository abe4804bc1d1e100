package io.github.sid4j.internal.bench;

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
  private final InterleavedRounds interleaved = new InterleavedRounds();
  private final BenchWorker single;
  private final BenchWorker pipeline;
  private final List<WorkerProtocol.Stages> stageReports = new ArrayList<>();
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
      interleaved.close();
      throw e;
    }
  }

  private BenchWorker add(String execution, int threads) {
    WorkerTask task = new WorkerTask(plan.workload(), local.by(execution), threads, plan.warmup());
    String name =
        "%s, %s thread%s".formatted(task.configuration().name(), threads, threads > 1 ? "s" : "");
    return interleaved.add(workers.worker(name, task));
  }

  /** Cores that others took meanwhile; {@code null} where unknown. */
  Double run(Consumer<String> progress) {
    return interleaved.rounds(
        plan.rounds(),
        round -> {
          progress.accept("pipeline, round %s of %s".formatted(round, plan.rounds()));
          stageReports.add(stages(single));
          handOvers.addAll(
              single.process().ask("hand-over", HAND_OVERS, WorkerProtocol.Steps.class).seconds());
        },
        worker -> worker.takeBatches(plan.batches()));
  }

  private WorkerProtocol.Stages stages(BenchWorker worker) {
    return worker.process().ask("stages", plan.steps(), WorkerProtocol.Stages.class);
  }

  PipelineReport report() {
    Quartiles handOver =
        Quartiles.of(handOvers.stream().mapToDouble(Double::doubleValue).toArray());
    List<StageCost> costs = StageCost.of(stageReports);
    PipelineModel model = PipelineModel.of(costs, handOver.median());
    List<PipelinePrediction> predictions = new ArrayList<>(List.of(PipelinePrediction.of(model)));
    for (int stages : plan.predicted()) {
      if (stages != costs.size()) {
        predict(stages, handOver.median(), predictions);
      }
    }
    return new PipelineReport(
        plan.batches(),
        handOver,
        costs,
        interleaved.all().stream().map(worker -> throughput(worker, model)).toList(),
        predictions);
  }

  private Throughput throughput(BenchWorker worker, PipelineModel model) {
    Quartiles seconds = worker.quartiles();
    Double predicted = null;
    if (worker == single) {
      predicted = model.inTurn();
    } else if (worker == pipeline) {
      predicted = model.meanOf(plan.batches(), Runtime.getRuntime().availableProcessors());
    }
    return new Throughput(
        worker.name(),
        worker.task().threads(),
        seconds,
        1 / seconds.median(),
        single.ratioTo(worker),
        predicted);
  }

  /**
   * Of another number of stages, which are timed one by one too, so that it needs no more cores.
   */
  private void predict(int stages, double handOver, List<PipelinePrediction> predictions) {
    String name = "%s of %s stages".formatted(local.by(SINGLE_PASS).name(), stages);
    WorkerTask task =
        new WorkerTask(
            plan.workload().withModules(stages), local.by(SINGLE_PASS), 1, plan.warmup());
    try (BenchWorker worker = workers.worker(name, task)) {
      List<WorkerProtocol.Stages> reported = new ArrayList<>();
      for (int round = 0; round < plan.rounds(); round++) {
        reported.add(stages(worker));
      }
      predictions.add(PipelinePrediction.of(PipelineModel.of(StageCost.of(reported), handOver)));
    } catch (InputException e) {
      notes.add("%s stages are left out: %s".formatted(stages, e.getMessage()));
    }
  }

  @Override
  public void close() {
    interleaved.close();
  }
}
