package io.github.sid4j.internal.bench;

import java.util.List;

/**
 * A pipeline of stages beside other ways to use as many cores, and what was to be expected of it.
 *
 * @param batches in each turn
 * @param handOverSeconds of a batch from stage to stage, the receiver woken from sleep
 * @param stages one by one on one thread
 * @param throughputs measured in turns, that on one thread first
 * @param predictions with a core for each stage: of the workload's stages, and of other numbers
 */
public record PipelineReport(
    int batches,
    Quartiles handOverSeconds,
    List<StageCost> stages,
    List<Throughput> throughputs,
    List<PipelinePrediction> predictions) {}
