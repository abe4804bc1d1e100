package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;

/**
 * How modules of one class are written as ONNX.
 *
 * <p>An implementation is called by one thread at a time.
 *
 * @param <M> the class
 */
@FunctionalInterface
public interface ModuleWriter<M extends BeliefModule> {
  /**
   * Puts {@link BeliefModule#advance} into a graph.
   *
   * @param module to be written
   * @param features that are handed to it
   * @param graph gets its nodes
   * @return the features that it reads and hands on; what it got, unless the implementation says
   *     otherwise
   */
  default Value advance(M module, Value features, Graph graph) {
    return features;
  }

  /**
   * Puts {@link BeliefModule#logits} into a graph.
   *
   * @param module to be written
   * @param before the belief before, N numbers for each sample
   * @param features what {@link #advance} gave
   * @param graph gets its nodes
   * @return N logits for each sample
   */
  Value logits(M module, Value before, Value features, Graph graph);
}
