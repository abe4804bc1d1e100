package io.github.sid4j.internal.bench;

/**
 * What the model says of a pipeline with a core for each stage, from stages measured one by one.
 *
 * @param stages K
 * @param slowestSeconds of the slowest stage
 * @param allSeconds of all stages in turn
 * @param fillSeconds until all stages are at work
 * @param batchesPerSecond when they are
 * @param speedUp over all stages in turn on one core
 * @param efficiency the speed-up for each core
 */
public record PipelinePrediction(
    int stages,
    double slowestSeconds,
    double allSeconds,
    double fillSeconds,
    double batchesPerSecond,
    double speedUp,
    double efficiency) {
  static PipelinePrediction of(PipelineModel model) {
    int stages = model.stages().size();
    return new PipelinePrediction(
        stages,
        model.slowest(),
        model.inTurn(),
        model.fill(),
        1 / model.betweenBatches(),
        model.speedUp(),
        model.speedUp() / stages);
  }
}
