package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.LayerRandom;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block of NoProp: from the sample, by an extractor of its own, and a class embedding with noise
 * it predicts the embedding without noise, as a mixture of all of them; the state that it hands on
 * has that much less noise. The belief is what the shared classifier reads from that state.
 */
public final class DenoisingBlock implements BeliefModule, Composite {
  private final Layer extractor;
  private final Layer fuse;
  private final ClassEmbeddings shared;
  private final long[] sample;
  private final int t;
  private final NoiseSchedule.Step step;
  private final Tensor noise;
  private final LayerRandom draws;

  /**
   * Puts a block together.
   *
   * @param extractor of a sample's features, [B, features]; of no other block
   * @param fuse from state and features, joined in this order, to logits of the embeddings, [B, N]
   * @param shared by all blocks; not part of this one
   * @param sample shape of one sample
   * @param t which block this is, from 1
   * @param init draws the noise of inference, the same for all samples
   */
  public DenoisingBlock(
      Layer extractor, Layer fuse, ClassEmbeddings shared, long[] sample, int t, Initializer init) {
    this.extractor = extractor;
    this.fuse = fuse;
    this.shared = shared;
    this.sample = sample.clone();
    this.t = t;
    step = shared.schedule().step(t);
    noise = init.normalBuffer(shared.embeddings().size(1));
    draws = new LayerRandom(init);
  }

  /**
   * The layer that extracts the features of a sample.
   *
   * @return of this block alone
   */
  public Layer extractor() {
    return extractor;
  }

  /**
   * The layer that predicts the embedding.
   *
   * @return from state and features, joined in this order, to logits of the embeddings
   */
  public Layer fuse() {
    return fuse;
  }

  /**
   * What all blocks share.
   *
   * @return their embeddings and classifier
   */
  public ClassEmbeddings shared() {
    return shared;
  }

  /**
   * The block's step from one state to the next.
   *
   * @return its factors
   */
  public NoiseSchedule.Step step() {
    return step;
  }

  /**
   * The noise of inference.
   *
   * @return [N], the same for all samples; a buffer
   */
  public Tensor noise() {
    return noise;
  }

  /**
   * Shape of one sample.
   *
   * @return a copy
   */
  public long[] sample() {
    return sample.clone();
  }

  /**
   * What the block knows of a sample.
   *
   * @param x [B, ...]
   * @return [B, features]
   */
  public Tensor features(Tensor x) {
    return extractor.forward(x).widened();
  }

  /**
   * Labels as this block is to read them: a draw of q(z_{t-1} | y).
   *
   * @param labels their embeddings, [B, N]
   * @return [B, N], drawn for the step
   */
  public Tensor noised(Tensor labels) {
    return shared.schedule().noised(labels, t - 1, draws);
  }

  /**
   * Predicts the embedding without noise.
   *
   * @param state z_{t-1}, [B, N]
   * @param features of the samples
   * @return [B, N]
   */
  public Tensor estimate(Tensor state, Tensor features) {
    Tensor logits = fuse.forward(Functional.concatenate(state, features)).widened();
    return shared.mixed(Functional.softmax(logits));
  }

  /**
   * The state that is handed on.
   *
   * @param state z_{t-1}, [B, N]
   * @param features of the samples
   * @return z_t, [B, N]
   */
  public Tensor next(Tensor state, Tensor features) {
    return estimate(state, features)
        .times(step.embedding())
        .plus(state.times(step.state()))
        .plus(noise.times(step.noise()));
  }

  /** The same samples with the next state behind them. */
  @Override
  public Tensor advance(Tensor joined) {
    FeaturesAndState read = FeaturesAndState.of(joined, noise.count());
    long[] shape = new long[sample.length + 1];
    shape[0] = joined.size(0);
    System.arraycopy(sample, 0, shape, 1, sample.length);
    Tensor features = features(read.features().reshape(shape));
    return new FeaturesAndState(read.features(), next(read.state(), features)).joined();
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Tensor logits(Tensor before, Tensor joined) {
    return shared.classify(FeaturesAndState.of(joined, noise.count()).state());
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("extractor", extractor);
    parts.put("fuse", fuse);
    return parts;
  }

  @Override
  public Parameters buffers() {
    return Parameters.joinBuffers(parts()).and(Parameters.of(Map.of("noise", noise)));
  }
}
