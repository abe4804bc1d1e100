package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.List;

/**
 * Slow weights that an optimizer's own are put back to every few steps (Zhang and others, NeurIPS
 * 2019): {@code slow = d slow + (1 - d) w} and then {@code w = slow}. As in airbench, d is 0.95 to
 * the power of the steps between, times the cube of the share of the run that is over: nothing is
 * held back at first. After the last step of the run the slow weights stand.
 */
public final class Lookahead implements Optimizer {
  private static final String SLOW = "slow";
  private static final double DECAY = 0.95;

  private final Optimizer fast;
  private final OptimizerState state;
  private final ParameterCopies slow;
  private final int every;
  private final long total;

  private Lookahead(Optimizer fast, Parameters parameters, int every, long total) {
    this.fast = fast;
    this.state = new OptimizerState(parameters, SLOW).with(fast.state(), 0);
    this.slow = new ParameterCopies(state.parameters(), state.of(SLOW));
    this.every = every;
    this.total = total;
  }

  /**
   * Puts slow weights beside an optimizer.
   *
   * @param fast makes the optimizer
   * @param every steps between, at least 1
   * @param total steps of the run, at least 1
   * @return makes both
   */
  public static Factory around(Factory fast, int every, long total) {
    return parameters -> new Lookahead(fast.create(parameters), parameters, every, total);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    long step = state.nextStep();
    if (step == 1) {
      slow.take();
    }
    fast.step(gradients, learningRate);
    boolean last = step >= total;
    if (last || step % every == 0) {
      double share = step / (double) total;
      double decay = last ? 1 : Math.pow(DECAY, every) * share * share * share;
      try (Autograd.Mode off = Autograd.off()) {
        slow.follow(1 - decay);
        slow.put();
      }
    }
  }
}
