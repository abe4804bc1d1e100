package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.LayerRandom;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * What the blocks of NoProp share: the class embeddings that they are to free of noise, and a
 * linear classifier of what comes out; of N numbers each, one-hot at first. As the extractor of a
 * cascade it hands on the samples as they are, and behind them the noise z_0 that inference begins
 * with: drawn once for all samples and kept as a buffer, so that a prediction depends on the sample
 * alone.
 */
public final class ClassEmbeddings implements Layer {
  private final NoiseSchedule schedule;
  private final Tensor embeddings;
  private final Linear classifier;
  private final Tensor start;
  private final LayerRandom draws;

  /**
   * Makes them.
   *
   * @param classes N
   * @param schedule of the noise
   * @param init draws the classifier and the noise
   */
  public ClassEmbeddings(int classes, NoiseSchedule schedule, Initializer init) {
    this.schedule = schedule;
    embeddings = init.identity(classes);
    classifier = new Linear(classes, classes, init);
    start = init.normalBuffer(classes);
    draws = new LayerRandom(init);
  }

  /**
   * The schedule of the noise.
   *
   * @return of as many steps as there are blocks
   */
  public NoiseSchedule schedule() {
    return schedule;
  }

  /**
   * z_0 of inference.
   *
   * @return [N], the same for all samples; a buffer
   */
  public Tensor start() {
    return start;
  }

  /**
   * What reads a state.
   *
   * @return from [B, N] to logits
   */
  public Linear classifier() {
    return classifier;
  }

  /**
   * z_0 of inference.
   *
   * @param batch B
   * @return [B, N], all rows alike
   */
  public Tensor start(long batch) {
    return start.repeated(batch);
  }

  /**
   * The embeddings of labels, or the mixture that a block takes for the label's.
   *
   * @param weights of the classes, [B, N], rows sum to 1
   * @return [B, N]
   */
  public Tensor mixed(Tensor weights) {
    return weights.matmul(embeddings).widened();
  }

  /**
   * The class embeddings.
   *
   * @return [N, N], one in each row; a parameter
   */
  public Tensor embeddings() {
    return embeddings;
  }

  /**
   * Labels as they are at the end, with the least noise: a draw of q(z_T | y).
   *
   * @param labels their embeddings, [B, N]
   * @return [B, N], drawn for the step
   */
  public Tensor last(Tensor labels) {
    return schedule.noised(labels, schedule.steps(), draws);
  }

  /**
   * Reads a state.
   *
   * @param state z, [B, N]
   * @return logits, [B, N]
   */
  public Tensor classify(Tensor state) {
    return classifier.forward(state).widened();
  }

  /** From [B, ...] to [B, numbers of a sample + N]. */
  @Override
  public Tensor forward(Tensor x) {
    return FeaturesAndState.beginning(x.reshape(x.size(0), -1), start).joined();
  }

  /** {@code embeddings}, and the classifier's. */
  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("embeddings", embeddings))
        .and(Parameters.join(Map.of("classifier", classifier)));
  }

  @Override
  public Parameters buffers() {
    return Parameters.of(Map.of("start", start));
  }
}
