package io.github.sid4j.internal.train;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.optim.GroupedOptimizer;
import io.github.sid4j.internal.optim.Lookahead;
import io.github.sid4j.internal.optim.WeightAverage;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.Muon;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.settings.Settings;
import java.util.Optional;

/** How gradients become updates, as settings name it. */
final class OptimizerParts {
  /** The unit of decoupled rates: samples. */
  private static final double KILO = 1024;

  private static final double REST_MOMENTUM = 0.85;

  private final Settings settings;
  private final Optional<Optimizer.Factory> own;
  private final int classes;
  private final long totalSteps;

  /**
   * Reads settings.
   *
   * @param own that a program brings, which wins
   * @param classes N, by which layers that give logits are known
   * @param totalSteps of the whole run
   */
  OptimizerParts(Settings settings, Optional<Optimizer.Factory> own, int classes, long totalSteps) {
    this.settings = settings;
    this.own = own;
    this.classes = classes;
    this.totalSteps = totalSteps;
  }

  /** What makes the optimizers of modules. */
  Optimizer.Factory ofModules() {
    return own.orElseGet(this::plain);
  }

  /** What makes the optimizer of the extractor. */
  Optimizer.Factory ofExtractor() {
    String name = settings.get(TrainingSetting.EXTRACTOR_OPTIMIZER);
    if (own.isPresent() || name.equals("same")) {
      return ofModules();
    }
    double lr = settings.get(TrainingSetting.EXTRACTOR_LR);
    double decay = settings.get(TrainingSetting.EXTRACTOR_WEIGHT_DECAY);
    return followed(named(name, lr, decay).timesRate(lr / settings.get(TrainingSetting.LR)));
  }

  private Optimizer.Factory plain() {
    return followed(
        named(
            settings.get(TrainingSetting.OPTIMIZER),
            settings.get(TrainingSetting.LR),
            settings.get(TrainingSetting.WEIGHT_DECAY)));
  }

  /** With the slow and averaged weights that the settings want beside it. */
  private Optimizer.Factory followed(Optimizer.Factory plain) {
    int every = settings.get(TrainingSetting.LOOKAHEAD);
    double ema = settings.get(TrainingSetting.EMA);
    Optimizer.Factory held = every > 0 ? Lookahead.around(plain, every, totalSteps) : plain;
    return ema > 0 ? WeightAverage.around(held, ema) : held;
  }

  private Optimizer.Factory named(String name, double lr, double decay) {
    double factor = settings.get(TrainingSetting.BIAS_LR_FACTOR);
    Optimizer.Factory ofWeights = ofOneRate(name, lr, decay, 1);
    if (factor == 1) {
      return ofWeights;
    }
    return GroupedOptimizer.of(
        (parameter, value) -> value.shape().length > 1,
        ofWeights,
        ofOneRate(name, lr, decay, factor));
  }

  /** The place to add an optimizer. */
  private Optimizer.Factory ofOneRate(String name, double lr, double decay, double factor) {
    Optimizer.Factory plain =
        switch (name) {
          case "sgd" -> sgd(lr * factor, decay);
          case "muon" -> muon(lr, decay);
          case "adamw" -> Adam.adamW(decay);
          default -> Adam.adam(decay);
        };
    return factor == 1 ? plain : plain.timesRate(factor);
  }

  private Optimizer.Factory sgd(double lr, double decay) {
    double momentum = settings.get(TrainingSetting.MOMENTUM);
    boolean nesterov = settings.get(TrainingSetting.NESTEROV);
    if (settings.get(TrainingSetting.LR_UNIT).equals("step")) {
      return nesterov ? Sgd.nesterov(momentum, decay) : Sgd.sgd(momentum, decay);
    }
    // A gradient moves weights by 1 / (1 - momentum) in all, and Nesterov's takes it once more.
    double longer = 1 / (1 - momentum) + (nesterov ? 1 : 0);
    double share = settings.get(TrainingSetting.BATCH) / KILO / longer;
    double coupled = decay / lr;
    return (nesterov ? Sgd.nesterov(momentum, coupled) : Sgd.sgd(momentum, coupled))
        .timesRate(share);
  }

  private Optimizer.Factory muon(double lr, double decay) {
    double momentum = settings.get(TrainingSetting.MOMENTUM);
    Optimizer.Factory ofMatrices =
        settings.get(TrainingSetting.FIXED_NORM)
            ? Muon.ofFixedNorm(momentum)
            : Muon.muon(momentum, decay);
    Optimizer.Factory rest =
        settings.get(TrainingSetting.REST_OPTIMIZER).equals("sgd")
            ? Sgd.nesterov(REST_MOMENTUM, 0)
            : Adam.adam(0);
    double rate = settings.get(TrainingSetting.REST_LR) / lr;
    return GroupedOptimizer.of(this::isHiddenMatrix, ofMatrices, rest.timesRate(rate));
  }

  /** Of a layer that gives no logits: those are no directions to be moved alike. */
  private boolean isHiddenMatrix(String name, Tensor value) {
    long[] shape = value.shape();
    return shape.length > 1 && name.endsWith("weight") && shape[0] > 1 && shape[0] != classes;
  }
}
