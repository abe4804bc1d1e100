package io.github.sid4j.internal.baseline.forward;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;

/**
 * A layer of forward-forward: linear and ReLU, on what it reads brought to one length, so that
 * nothing of the goodness before is seen. Its goodness is the sum of the squares of what it gives.
 * The belief is the softmax, over the labels tried, of the goodness of all layers so far but the
 * first; of the first layer its own.
 */
public final class GoodnessModule implements BeliefModule {
  /** Keeps a layer of zeros from being divided by 0. */
  private static final double EPSILON = 1e-8;

  private final Linear fc;
  private final boolean addsUp;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param in numbers read
   * @param width numbers given
   * @param addsUp whether goodness before it counts: false for the first two layers
   * @param init draws the parameters
   */
  public GoodnessModule(int in, int width, boolean addsUp, Initializer init) {
    this.fc = new Linear(init.heNormal(in, width, in), init.constant(0, width));
    this.addsUp = addsUp;
  }

  /**
   * What is added to the mean square that the layer divides by the root of.
   *
   * @return above 0
   */
  public double epsilon() {
    return EPSILON;
  }

  /**
   * The linear part.
   *
   * @return from what is read to what ReLU is applied to
   */
  public Linear fc() {
    return fc;
  }

  /**
   * Whether goodness before it counts.
   *
   * @return false for the first two layers
   */
  public boolean addsUp() {
    return addsUp;
  }

  /**
   * What the layer gives.
   *
   * @param x [rows, in]
   * @return [rows, width], none below 0
   */
  public Tensor activities(Tensor x) {
    Tensor squares = x.times(x).sumLast().times(1.0 / x.size(1));
    Tensor length = squares.plus(x.factory().full(EPSILON, x.type())).sqrt();
    return Functional.relu(fc.forward(x.dividedBy(length)).widened());
  }

  /**
   * The goodness of activities.
   *
   * @param activities [rows, width]
   * @return [rows, 1]
   */
  public static Tensor goodness(Tensor activities) {
    return activities.times(activities).sumLast();
  }

  /** From [B, N, in + 1] to [B, N, width + 1]; the last number is the goodness so far. */
  @Override
  public Tensor advance(Tensor trials) {
    long[] shape = trials.shape();
    long in = shape[2] - 1;
    Tensor y = activities(trials.narrowLast(0, in).reshape(-1, in));
    Tensor goodness = goodness(y);
    if (addsUp) {
      goodness = goodness.plus(trials.narrowLast(in, 1).reshape(-1, 1));
    }
    return Functional.concatenate(y, goodness).reshape(shape[0], shape[1], y.size(1) + 1);
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Tensor logits(Tensor before, Tensor trials) {
    return trials.narrowLast(trials.size(2) - 1, 1).reshape(trials.size(0), trials.size(1));
  }

  @Override
  public Parameters parameters() {
    return fc.parameters();
  }
}
