package io.github.sid4j.internal.baseline.equilibrium;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.LayerRandom;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layered Hopfield network (Scellier and Bengio, 2017, section 2): behind an input s_0 layers of
 * states s_1 .. s_K in [0, 1], with the energy {@code E = sum_k |s_k|^2 / 2 - s_k W_k s_{k-1} - b_k
 * s_k} of a sample. The states move downhill, those of all layers at once: {@code s_k <- clip((1 -
 * e) s_k + e (W_k s_{k-1} + W_{k+1}^T s_{k+1} + b_k), 0, 1)} with e = 0.5. At rest each is the hard
 * sigmoid of what its neighbours send. As a layer it gives the output s_K at rest.
 */
public final class EnergyNetwork implements Layer {
  /** How far states move at once; the authors'. */
  private static final double STEP = 0.5;

  private final List<Tensor> weights = new ArrayList<>();
  private final List<Tensor> biases = new ArrayList<>();
  private final int freeSteps;
  private final LayerRandom draws;

  /**
   * Makes a network with drawn parameters.
   *
   * @param widths of the input and of the layers behind it, at least two numbers
   * @param freeSteps how often states move before they count as at rest, at least 1
   * @param init draws the parameters
   */
  public EnergyNetwork(List<Integer> widths, int freeSteps, Initializer init) {
    for (int k = 1; k < widths.size(); k++) {
      int in = widths.get(k - 1);
      weights.add(init.uniform(in, widths.get(k), in));
      biases.add(init.constant(0, widths.get(k)));
    }
    this.freeSteps = freeSteps;
    this.draws = new LayerRandom(init);
  }

  /**
   * The free phase: states go from 0 to rest, with the input clamped alone.
   *
   * @param x [B, ...]
   * @return s_0 to s_K, each [B, width]
   */
  public List<Tensor> free(Tensor x) {
    List<Tensor> states = new ArrayList<>();
    states.add(x.reshape(x.size(0), -1));
    for (Tensor bias : biases) {
      states.add(x.factory().full(0, x.type(), x.size(0), bias.count()));
    }
    move(states, freeSteps, 0, null);
    return states;
  }

  /**
   * The weakly clamped phase: states resume from where they rest, with the output drawn to a
   * target, downhill on {@code E + beta |s_K - target|^2 / 2}.
   *
   * @param rest s_0 to s_K, which stay as they are
   * @param steps how often states move
   * @param beta how strongly the output is drawn; below 0 it is driven away
   * @param target [B, width of s_K]
   * @return s_0 to s_K
   */
  public List<Tensor> clamped(List<Tensor> rest, int steps, double beta, Tensor target) {
    List<Tensor> states = new ArrayList<>(rest.stream().map(Tensor::copy).toList());
    move(states, steps, beta, target);
    return states;
  }

  /** Moves s_1 to s_K in place. */
  private void move(List<Tensor> states, int steps, double beta, Tensor target) {
    try (Autograd.Mode off = Autograd.off();
        Scope moving = Scope.open()) {
      Tensor ofInput = Functional.linear(states.get(0), weights.get(0), biases.get(0));
      for (int i = 0; i < steps; i++) {
        try (Scope round = Scope.open()) {
          List<Tensor> sent = sent(states, ofInput);
          if (beta != 0) {
            Tensor pull = target.minus(states.get(weights.size()));
            sent.get(weights.size() - 1).inPlace().plus(pull, beta);
          }
          for (int k = 1; k < states.size(); k++) {
            states.get(k).inPlace().times(1 - STEP).plus(sent.get(k - 1), STEP).clamp(0, 1);
          }
        }
      }
    }
  }

  /** What s_1 to s_K get from their neighbours, as tensors of their own. */
  private List<Tensor> sent(List<Tensor> states, Tensor ofInput) {
    int last = weights.size();
    List<Tensor> sent = new ArrayList<>();
    for (int k = 1; k <= last; k++) {
      Tensor below =
          k == 1
              ? ofInput.copy()
              : Functional.linear(states.get(k - 1), weights.get(k - 1), biases.get(k - 1));
      if (k < last) {
        below.inPlace().plusMatmul(states.get(k + 1), weights.get(k));
      }
      sent.add(below);
    }
    return sent;
  }

  /**
   * Plus or minus 1, both alike probable, drawn for the step.
   *
   * @return the sign of beta
   */
  public int sign() {
    return 2 * draws.below(2, 1)[0] - 1;
  }

  /** The output at rest, [B, ...] to [B, width of s_K]. */
  @Override
  public Tensor forward(Tensor x) {
    List<Tensor> states = free(x);
    return states.get(states.size() - 1);
  }

  /** {@code fc1.weight}, [width of s_1, width of s_0], {@code fc1.bias}, and so on. */
  @Override
  public Parameters parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (int k = 0; k < weights.size(); k++) {
      all.put("fc" + (k + 1) + ".weight", weights.get(k));
      all.put("fc" + (k + 1) + ".bias", biases.get(k));
    }
    return Parameters.of(all);
  }
}
