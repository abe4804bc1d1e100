package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Checkpoint;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint holds, and all that decides the future of a run: the weights, those of the best
 * epoch, the optimizers, the beliefs that losses read, and the progress.
 */
public final class RunState {
  static final String WEIGHTS = "weights.safetensors";
  static final String BEST = "best.safetensors";
  static final String OPTIMIZER = "optimizer.safetensors";
  static final String BELIEFS = "beliefs.safetensors";
  static final String PROGRESS = "progress.json";
  private static final String STEPS = ".steps";
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private final Cascade cascade;
  private final Optimizers optimizers;
  private final RunLength length;
  private Progress progress;
  private final BestWeights best;
  private final Optional<TemporalBeliefs> beliefs;

  public RunState(
      Cascade cascade,
      Optimizers optimizers,
      BestWeights best,
      Optional<TemporalBeliefs> beliefs,
      RunLength length) {
    this.cascade = cascade;
    this.optimizers = optimizers;
    this.length = length;
    this.best = best;
    this.beliefs = beliefs;
    this.progress = Progress.start(cascade.depth());
  }

  public Progress progress() {
    return progress;
  }

  public void progress(Progress now) {
    progress = now;
  }

  /** Writes the weights as they are now into a file. */
  public void writeWeights(Path file) throws IOException {
    Safetensors.write(file, TensorFiles.contents(cascade.state().byName()), Map.of());
  }

  /** Puts averages of weights, where optimizers keep them, in their place, or the weights back. */
  public void swapAverages() {
    optimizers.byPart().values().forEach(optimizer -> optimizer.state().swapAverage());
  }

  /** The weights of the best epoch so far; empty before the first is over. */
  public BestWeights best() {
    return best;
  }

  /** What the last module believed of the samples; empty if no loss reads it. */
  public Optional<TemporalBeliefs> beliefs() {
    return beliefs;
  }

  /** Writes everything into a folder. */
  public void write(Path folder) throws IOException {
    writeWeights(folder.resolve(WEIGHTS));
    Map<String, String> steps = new LinkedHashMap<>();
    optimizers
        .byPart()
        .forEach((part, optimizer) -> steps.put(part + STEPS, "" + optimizer.state().steps()));
    Safetensors.write(folder.resolve(OPTIMIZER), TensorFiles.contents(optimizerTensors()), steps);
    if (!best.isEmpty()) {
      best.write(folder.resolve(BEST));
    }
    if (beliefs.isPresent()) {
      beliefs.get().write(folder.resolve(BELIEFS));
    }
    new ProgressFile(folder.resolve(PROGRESS)).write(progress);
  }

  /**
   * Takes everything from a checkpoint that has been found whole.
   *
   * @throws InputException if it does not fit this run
   */
  public void read(Checkpoint checkpoint) throws IOException {
    Progress read =
        new ProgressFile(checkpoint.file(PROGRESS))
            .read(cascade.depth(), length, checkpoint.step());
    if (read.bestEpoch() > 0) {
      best.read(checkpoint.file(BEST));
    }
    if (beliefs.isPresent()) {
      beliefs.get().read(checkpoint.file(BELIEFS));
    }
    Path file = checkpoint.file(OPTIMIZER);
    try (SafetensorsReader stored = Safetensors.open(file)) {
      Map<OptimizerState, Long> steps = new LinkedHashMap<>();
      optimizers
          .byPart()
          .forEach(
              (part, optimizer) ->
                  steps.put(optimizer.state(), steps(file, part, stored.metadata())));
      TensorFiles.restore(checkpoint.file(WEIGHTS), cascade.state().byName());
      TensorFiles.restore(file.toString(), stored.tensors(), optimizerTensors());
      steps.forEach(OptimizerState::restoreSteps);
    }
    progress = read;
  }

  private static long steps(Path file, String part, Map<String, String> metadata) {
    String text = metadata.getOrDefault(part + STEPS, "none");
    if (!COUNT.matcher(text).matches()) {
      throw new InputException(
          file + " metadata " + part + STEPS,
          "a number of steps",
          text,
          "put back the file as the run wrote it, or delete this checkpoint's folder");
    }
    return Long.parseLong(text);
  }

  private Map<String, Tensor> optimizerTensors() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (Map.Entry<String, Optimizer> part : optimizers.byPart().entrySet()) {
      part.getValue()
          .state()
          .tensors()
          .forEach((name, tensor) -> all.put(part.getKey() + "." + name, tensor));
    }
    return all;
  }

  /**
   * Makes sure that training can continue from here: the last good checkpoint must not be followed
   * by one with other numbers.
   *
   * @throws DivergedException if a tensor of the cascade is not all finite numbers
   */
  public void checkFinite() {
    String broken = brokenPart();
    if (broken != null) {
      throw new DivergedException(broken, "values that are no finite numbers");
    }
  }

  /**
   * The first part of the cascade whose tensors are not all finite numbers.
   *
   * @return for example {@code module 3}; {@code null} if all are
   */
  public @Nullable String brokenPart() {
    for (Map.Entry<String, Tensor> entry : cascade.state().byName().entrySet()) {
      if (!entry.getValue().isFinite()) {
        return entry.getKey().split("\\.", 2)[0].replaceFirst("(?<=\\D)(?=\\d)", " ");
      }
    }
    return null;
  }
}
