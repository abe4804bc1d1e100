package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.NoiseCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures the modules of a cascade by their losses. Its arrays are those of the objective. */
final class ModuleMeasures {
  private final Divergence divergence;
  private final Teaching teaching;
  private final double[] alphas;
  private final ModuleLoss[] losses;

  ModuleMeasures(Divergence divergence, Teaching teaching, double[] alphas, ModuleLoss[] losses) {
    this.divergence = divergence;
    this.teaching = teaching;
    this.alphas = alphas;
    this.losses = losses;
  }

  /** Measures neighbours of one loss: p_from ... are the beliefs that the first is held to. */
  List<Measure> of(int from, List<Belief> beliefs, Target target) {
    try (Autograd.Mode off = Autograd.off();
        ThreadScope one = ThreadScope.one();
        Scope scope = Scope.open()) {
      int count = beliefs.size() - 1;
      int batch = Math.toIntExact(target.labels().count());
      Belief all = Belief.stack(beliefs);
      double alpha = alphas[from];
      SampleDivergences samples = new SampleDivergences(divergence, all, target);
      Belief before = all.part(0, count);
      double[] floor = losses[from].floor(target, before).toDoubles();
      double[] loss = teachingLoss(from, all.part(1, count), target, before);
      Tensor chosen = all.part(1, count).probabilities().argmaxLast();
      double[] correct = chosen.equalLast(target.labels()).toDoubles();
      List<NoiseCounts> noise =
          target
              .wrong()
              .map(wrong -> wrong.counts(chosen))
              .orElse(Collections.nCopies(count, NoiseCounts.NONE));
      List<Measure> measures = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        double klTarget = samples.klTarget(i);
        double klPrevious = samples.klPrevious(i);
        double mean =
            isPlain()
                ? alpha * klTarget + (1 - alpha) * klPrevious
                : SampleDivergences.mean(loss, i, batch);
        if (!Double.isFinite(mean)) {
          throw new DivergedException("module " + (from + i + 1), "loss " + mean);
        }
        measures.add(
            new Measure(
                klTarget,
                klPrevious,
                mean,
                SampleDivergences.mean(floor, i, batch),
                (long) correct[i],
                isPlain() ? samples.slack(i, alpha) : 0,
                samples.regressed(i),
                noise.get(i),
                remembered(from + i, beliefs.get(i + 1), target)));
      }
      return measures;
    }
  }

  /** Whether a module's loss is what its two divergences add up to. */
  private boolean isPlain() {
    return teaching.equals(Teaching.PLAIN);
  }

  /** Of each module and sample; nothing where the divergences say it all. */
  private double[] teachingLoss(int i, Belief p, Target target, Belief before) {
    return isPlain() ? new double[0] : losses[i].perSample(p, target, before).toDoubles();
  }

  private BeliefRows remembered(int module, Belief p, Target target) {
    boolean last = module + 1 == alphas.length;
    return last && target.stored().isPresent()
        ? BeliefRows.of(p.probabilities().toFloats())
        : BeliefRows.NONE;
  }
}
