package io.github.sid4j.baseline;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.RecordingOptimizer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A built-in network as settings name it, with a batch to learn, and the gradients of a step. */
public record NetworkProblem(
    Settings settings, Cascade cascade, Objective objective, Tensor input, Target target) {
  public static final int CLASSES = 3;
  public static final int BATCH = 5;

  /**
   * Makes a problem.
   *
   * @param type of all numbers
   * @param shape of one example
   * @param words settings, such as {@code method=dni}
   */
  public static NetworkProblem of(DType type, int[] shape, String... words) {
    Engine.useThreads(1);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String word : words) {
      String[] parts = word.split("=", 2);
      texts.put(parts[0], parts[1]);
    }
    Settings settings = Settings.parse(texts);
    Cascade cascade = Cascades.create(settings, shape, CLASSES, new Initializer(7, type));
    Objective objective = new TrainingComponents(settings).objective(cascade.depth());
    long[] sizes = new long[shape.length + 1];
    sizes[0] = BATCH;
    for (int i = 0; i < shape.length; i++) {
      sizes[i + 1] = shape[i];
    }
    Draw draw = new Draw(3);
    Tensor input = draw.tensor(type, 1, sizes);
    Target target = draw.target(BATCH, CLASSES, objective.labelSmoothing(), type);
    return new NetworkProblem(settings, cascade, objective, input, target);
  }

  public NetworkProblem with(Cascade other) {
    return new NetworkProblem(settings, other, objective, input, target);
  }

  public NetworkProblem with(Target other) {
    return new NetworkProblem(settings, cascade, objective, input, other);
  }

  /** The gradients of one step of the method that the settings name, by the parameters' names. */
  public Map<String, double[]> gradients() {
    Optimizers recorders = new Optimizers(cascade, RecordingOptimizer::new, 0);
    try (Method method = new TrainingComponents(settings).method(cascade, objective, recorders)) {
      method.take(input, target, 1);
    }
    return RecordingOptimizer.gradients(recorders);
  }

  /** What one step of that method measures; nothing is changed. */
  public StepReport report() {
    Optimizers recorders = new Optimizers(cascade, RecordingOptimizer::new, 0);
    try (Method method = new TrainingComponents(settings).method(cascade, objective, recorders)) {
      return method.take(input, target, 1).get(0);
    }
  }

  /** The gradients of backpropagation of the same cascade. */
  public Map<String, double[]> backprop() {
    Optimizers recorders = new Optimizers(cascade, RecordingOptimizer::new, 0);
    new Backprop(cascade, objective, recorders).step(input, target, 1);
    return RecordingOptimizer.gradients(recorders);
  }
}
