package io.github.sid4j.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.checkpoint.Checkpoint;
import io.github.sid4j.checkpoint.Safetensors;
import io.github.sid4j.checkpoint.SafetensorsFile;
import io.github.sid4j.checkpoint.StoredTensor;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.optim.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a checkpoint holds, and all that decides the future of a run: the weights, those of the best
 * epoch, the optimizers and the progress.
 */
final class RunState {
  static final String WEIGHTS = "weights.safetensors";
  static final String BEST = "best.safetensors";
  static final String OPTIMIZER = "optimizer.safetensors";
  static final String PROGRESS = "progress.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Cascade cascade;
  private final Optimizers optimizers;
  private Progress progress;
  private Map<String, StoredTensor> best = Map.of();

  RunState(Cascade cascade, Optimizers optimizers) {
    this.cascade = cascade;
    this.optimizers = optimizers;
    this.progress = Progress.start(cascade.depth());
  }

  Progress progress() {
    return progress;
  }

  void progress(Progress now) {
    progress = now;
  }

  Map<String, StoredTensor> weights() {
    return TensorFiles.store(cascade.parameters().byName());
  }

  /** The weights of the best epoch so far; empty before the first is over. */
  Map<String, StoredTensor> best() {
    return best;
  }

  void keepAsBest() {
    best = weights();
  }

  void useWeights(Map<String, StoredTensor> weights) {
    TensorFiles.restore("weights", weights, cascade.parameters().byName());
  }

  /** Writes everything into a folder. */
  void write(Path folder) throws IOException {
    Safetensors.write(folder.resolve(WEIGHTS), weights(), Map.of());
    Map<String, String> steps = new LinkedHashMap<>();
    optimizers
        .byPart()
        .forEach((part, optimizer) -> steps.put(part + ".steps", "" + optimizer.steps()));
    Safetensors.write(folder.resolve(OPTIMIZER), TensorFiles.store(optimizerTensors()), steps);
    if (!best.isEmpty()) {
      Safetensors.write(folder.resolve(BEST), best, Map.of());
    }
    Files.write(folder.resolve(PROGRESS), JSON.writeValueAsBytes(progress));
  }

  /** Takes everything from a checkpoint that has been found whole. */
  void read(Checkpoint checkpoint) throws IOException {
    Progress read;
    Path file = checkpoint.file(PROGRESS);
    try {
      read = JSON.readValue(Files.readAllBytes(file), Progress.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file.toString(),
          "the progress of a run",
          e.getOriginalMessage(),
          "resume with the version that wrote it");
    }
    TensorFiles.restore(checkpoint.file(WEIGHTS), cascade.parameters().byName());
    SafetensorsFile stored = Safetensors.read(checkpoint.file(OPTIMIZER));
    TensorFiles.restore(
        checkpoint.file(OPTIMIZER).toString(), stored.tensors(), optimizerTensors());
    optimizers
        .byPart()
        .forEach(
            (part, optimizer) ->
                optimizer.restoreSteps(Long.parseLong(stored.metadata().get(part + ".steps"))));
    best =
        checkpoint.files().contains(BEST)
            ? Safetensors.read(checkpoint.file(BEST)).tensors()
            : Map.of();
    progress = read;
  }

  private Map<String, Tensor> optimizerTensors() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (Map.Entry<String, Optimizer> part : optimizers.byPart().entrySet()) {
      part.getValue()
          .state()
          .forEach((name, tensor) -> all.put(part.getKey() + "." + name, tensor));
    }
    return all;
  }

  /**
   * The first part of the cascade whose parameters are not all finite numbers.
   *
   * @return for example {@code module 3}; {@code null} if all are
   */
  String brokenPart() {
    for (Map.Entry<String, Tensor> entry : cascade.parameters().byName().entrySet()) {
      if (!entry.getValue().isFinite()) {
        return entry.getKey();
      }
    }
    return null;
  }
}
