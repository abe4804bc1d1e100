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
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.Optional;
import java.util.regex.Pattern;

/** How gradients become updates, as settings name it. */
final class OptimizerParts {
  /** The unit of decoupled rates: samples. */
  private static final double KILO = 1024;

  /** Rate of what Muon does not update in heads. */
  private static final double HEAD_REST = 0.001;

  private static final double REST_MOMENTUM = 0.85;

  /** The bias of a layer that normalizes, as all networks name it. */
  private static final Pattern NORM_BIAS = Pattern.compile("(^|\\.)(norm|bn)\\d*\\.bias$");

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
    return own.orElseGet(() -> followed(withHeads(plain())));
  }

  /** What makes the optimizer of the extractor. */
  Optimizer.Factory ofExtractor() {
    if (own.isPresent()) {
      return own.get();
    }
    String name = settings.get(TrainingSetting.EXTRACTOR_OPTIMIZER);
    if (name.equals("same")) {
      return followed(plain());
    }
    double lr = settings.get(TrainingSetting.EXTRACTOR_LR);
    double decay = settings.get(TrainingSetting.EXTRACTOR_WEIGHT_DECAY);
    return followed(named(name, lr, decay).timesRate(lr / settings.get(TrainingSetting.LR)));
  }

  private Optimizer.Factory plain() {
    return named(
        settings.get(TrainingSetting.OPTIMIZER),
        settings.get(TrainingSetting.LR),
        settings.get(TrainingSetting.WEIGHT_DECAY));
  }

  /**
   * With another optimizer for what reads a stage or the extractor. A network that is trained whole
   * has no such part.
   */
  private Optimizer.Factory withHeads(Optimizer.Factory plain) {
    String name = settings.get(TrainingSetting.HEAD_OPTIMIZER);
    if (name.equals("same") || settings.get(ModelSetting.TOPOLOGY).equals("whole")) {
      return plain;
    }
    double rate = settings.get(TrainingSetting.HEAD_LR);
    Optimizer.Factory small = Adam.adam(0).timesRate(HEAD_REST / rate);
    Optimizer.Factory heads =
        name.equals("adam")
            ? Adam.adam(0)
            : GroupedOptimizer.of(
                this::isHiddenMatrix, Muon.muon(settings.get(TrainingSetting.MOMENTUM), 0), small);
    Optimizer.Factory rated = heads.timesRate(rate / settings.get(TrainingSetting.LR));
    return settings.get(ModelSetting.TOPOLOGY).equals("shared")
        ? rated
        : GroupedOptimizer.of((parameter, value) -> parameter.startsWith("head."), rated, plain);
  }

  /** With the slow and averaged weights that the settings want beside it. */
  private Optimizer.Factory followed(Optimizer.Factory plain) {
    int every = settings.get(TrainingSetting.LOOKAHEAD);
    double ema = settings.get(TrainingSetting.EMA);
    Optimizer.Factory held = every > 0 ? Lookahead.around(plain, every, totalSteps) : plain;
    return ema > 0 ? WeightAverage.around(held, ema) : held;
  }

  private Optimizer.Factory named(String name, double lr, double decay) {
    double factor = settings.get(TrainingSetting.NORM_BIAS_LR_FACTOR);
    Optimizer.Factory ofAll = ofOneRate(name, lr, decay, 1);
    if (factor == 1) {
      return ofAll;
    }
    return GroupedOptimizer.of(
        (parameter, value) -> !NORM_BIAS.matcher(parameter).find(),
        ofAll,
        ofOneRate(name, lr, decay, factor));
  }

  /** The place to add an optimizer. */
  private Optimizer.Factory ofOneRate(String name, double lr, double decay, double factor) {
    return switch (name) {
      case "sgd" -> sgd(lr, decay, factor);
      case "muon" -> muon(lr, decay, factor);
      case "adamw" -> Adam.adamW(decay).timesRate(factor);
      default -> Adam.adam(decay).timesRate(factor);
    };
  }

  private Optimizer.Factory sgd(double lr, double decay, double factor) {
    double momentum = settings.get(TrainingSetting.MOMENTUM);
    return sgd(momentum, settings.get(TrainingSetting.NESTEROV), lr * factor, decay)
        .timesRate(factor);
  }

  /** Gradient descent whose rate and decay are for a step, or for samples. */
  private Optimizer.Factory sgd(double momentum, boolean nesterov, double lr, double decay) {
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

  private Optimizer.Factory muon(double lr, double decay, double factor) {
    double momentum = settings.get(TrainingSetting.MOMENTUM);
    Optimizer.Factory ofMatrices =
        settings.get(TrainingSetting.FIXED_NORM)
            ? Muon.ofFixedNorm(momentum)
            : Muon.muon(momentum, decay);
    double restRate = settings.get(TrainingSetting.REST_LR) * factor;
    Optimizer.Factory rest =
        settings.get(TrainingSetting.REST_OPTIMIZER).equals("sgd")
            ? sgd(REST_MOMENTUM, true, restRate, decay)
            : Adam.adam(0);
    return GroupedOptimizer.of(this::isHiddenMatrix, ofMatrices, rest.timesRate(restRate / lr));
  }

  /** Of a layer that gives no logits: those are no directions to be moved alike. */
  private boolean isHiddenMatrix(String name, Tensor value) {
    long[] shape = value.shape();
    return shape.length > 1 && name.endsWith("weight") && shape[0] > 1 && shape[0] != classes;
  }
}
