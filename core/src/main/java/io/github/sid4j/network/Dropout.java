package io.github.sid4j.network;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.random.Rng;

/**
 * Dropout (Srivastava et al., JMLR 2014): in a {@linkplain Pass#training training pass} each number
 * is set to 0 with a probability and the others are scaled so that the mean stays; else nothing is
 * done. Which ones is a function of the run's seed, this layer and the step alone, so that nothing
 * has to be stored and a forward that is repeated within a step drops the same.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class Dropout implements Layer {
  private final double rate;
  private final long number;

  /**
   * Makes the layer.
   *
   * @param rate probability of 0, at least 0 and below 1
   * @param init numbers the layer
   */
  public Dropout(double rate, Initializer init) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout rate is at least 0 and below 1, found " + rate);
    }
    this.rate = rate;
    number = init.layerNumber();
  }

  @Override
  public Tensor forward(Tensor x) {
    Pass pass = Pass.current();
    if (!pass.isTraining() || rate == 0) {
      return x;
    }
    Rng rng = pass.random(number);
    float[] kept = new float[Math.toIntExact(x.count())];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = rng.nextDouble() < rate ? 0 : 1;
    }
    Tensor mask = x.factory().of(kept, x.shape());
    // Rounded to bfloat16 the factor would shift the mean.
    return x.times(x.type() == DType.FLOAT64 ? mask.to(DType.FLOAT64) : mask).times(1 / (1 - rate));
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
