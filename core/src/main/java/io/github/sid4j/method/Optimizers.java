package io.github.sid4j.method;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.method.Accumulating;
import io.github.sid4j.internal.optim.Clipping;
import io.github.sid4j.optim.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * One optimizer for the extractor and one for each module of a cascade. They take a step with the
 * gradients of a batch, or with the mean of those of its parts when the last of them has come.
 *
 * <p>For one thread at a time.
 */
public final class Optimizers implements AutoCloseable {
  private final Part extractor;
  private final List<Part> modules = new ArrayList<>();
  private final GradientMean all;
  private final double clip;
  private final int accumulate;

  /** An optimizer, and what it waits for. */
  private record Part(Optimizer optimizer, GradientMean mean) {}

  /**
   * Makes the optimizers of a cascade that take a step at every call.
   *
   * @param cascade whose parameters they change
   * @param factory makes each of them
   * @param clip longest norm of the gradients that are applied together; 0 for no bound
   */
  public Optimizers(Cascade cascade, Optimizer.Factory factory, double clip) {
    this(cascade, factory, factory, clip, 1);
  }

  /**
   * Makes the optimizers of a cascade.
   *
   * @param cascade whose parameters they change
   * @param ofExtractor makes that of the extractor
   * @param ofModules makes each of the others
   * @param clip longest norm of the gradients that are applied together; 0 for no bound
   * @param accumulate parts of a batch whose gradients come one after the other before a step is
   *     taken, at least 1; above 1 the method is to be wrapped in {@link Accumulating}
   */
  public Optimizers(
      Cascade cascade,
      Optimizer.Factory ofExtractor,
      Optimizer.Factory ofModules,
      double clip,
      int accumulate) {
    this(clip, accumulate, cascade, ofExtractor, index -> ofModules);
  }

  private Optimizers(
      double clip,
      int accumulate,
      Cascade cascade,
      Optimizer.Factory ofExtractor,
      IntFunction<Optimizer.Factory> ofModules) {
    extractor =
        new Part(
            ofExtractor.create(cascade.extractor().parameters()), new GradientMean(accumulate));
    for (BeliefModule module : cascade.modules()) {
      Optimizer.Factory factory = ofModules.apply(modules.size());
      modules.add(new Part(factory.create(module.parameters()), new GradientMean(accumulate)));
    }
    all = new GradientMean(accumulate);
    this.clip = clip;
    this.accumulate = accumulate;
  }

  /**
   * Makes the optimizers of a cascade, whose modules have others each.
   *
   * @param cascade whose parameters they change
   * @param ofExtractor makes that of the extractor
   * @param ofModules for the index of a module, from 0, what makes its optimizer
   * @param clip longest norm of the gradients that are applied together; 0 for no bound
   * @param accumulate parts of a batch, as for the constructor
   * @return without any step taken
   */
  public static Optimizers byModule(
      Cascade cascade,
      Optimizer.Factory ofExtractor,
      IntFunction<Optimizer.Factory> ofModules,
      double clip,
      int accumulate) {
    return new Optimizers(clip, accumulate, cascade, ofExtractor, ofModules);
  }

  /**
   * How many parts of a batch make a step.
   *
   * @return at least 1
   */
  public int accumulate() {
    return accumulate;
  }

  /**
   * Updates the extractor by itself.
   *
   * @param gradients in the order of its parameters; they may be changed
   * @param learningRate above 0
   */
  public void stepExtractor(List<Tensor> gradients, double learningRate) {
    step(extractor, gradients, learningRate);
  }

  /**
   * Updates one module by itself.
   *
   * @param index of the module, from 0
   * @param gradients in the order of its parameters; they may be changed
   * @param learningRate above 0
   */
  public void stepModule(int index, List<Tensor> gradients, double learningRate) {
    step(modules.get(index), gradients, learningRate);
  }

  private void step(Part part, List<Tensor> gradients, double learningRate) {
    part.mean.add(
        gradients,
        mean -> {
          bound(mean);
          part.optimizer.step(mean, learningRate);
        });
  }

  /**
   * Updates everything at once.
   *
   * @param gradients in the order of the cascade's parameters; they may be changed
   * @param learningRate above 0
   */
  public void stepAll(List<Tensor> gradients, double learningRate) {
    all.add(
        gradients,
        mean -> {
          bound(mean);
          int from = 0;
          for (Optimizer part : byPart().values()) {
            int to = from + part.state().parameters().size();
            part.step(mean.subList(from, to), learningRate);
            from = to;
          }
        });
  }

  private void bound(List<Tensor> gradients) {
    if (clip > 0) {
      Clipping.byNorm(gradients, clip);
    }
  }

  /** Frees the gradients of a batch that not all parts have come of. */
  public void forget() {
    all.forget();
    Stream.concat(Stream.of(extractor), modules.stream()).forEach(part -> part.mean.forget());
  }

  /**
   * The optimizers by the names of their parts, as in the cascade's parameters.
   *
   * @return {@code extractor}, {@code module1}, ...
   */
  public Map<String, Optimizer> byPart() {
    Map<String, Optimizer> parts = new LinkedHashMap<>();
    parts.put("extractor", extractor.optimizer);
    for (int i = 0; i < modules.size(); i++) {
      parts.put("module" + (i + 1), modules.get(i).optimizer);
    }
    return parts;
  }

  /** Frees what the optimizers remember; the cascade stays. */
  @Override
  public void close() {
    forget();
    byPart().values().forEach(Optimizer::close);
  }
}
