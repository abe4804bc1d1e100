package io.github.sid4j.objective;

import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.NoiseCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * One module's objective on one batch, before its update. Nats, means over the batch.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param klTarget divergence to the target, unweighted
 * @param klPrevious divergence to the belief before, unweighted
 * @param loss of the module, with a plain {@link Teaching} alpha klTarget + (1 - alpha) klPrevious
 * @param floor the least loss that any belief could have here; with early-learning regularization a
 *     number that none is below
 * @param correct how many samples are classified as their label says
 * @param slack by how much a sample's loss is above that of handing the belief before on, 0 where
 *     it is not; a mean; 0 unless the {@link Teaching} is plain
 * @param regressed how many samples are further from the target than with the belief before, by
 *     more than 1e-6 nats
 * @param noise what it makes of labels that are known to be wrong
 * @param beliefs what it believes of each sample; only of the last module, and only where the
 *     target has {@link Target#stored stored beliefs}
 */
public record Measure(
    double klTarget,
    double klPrevious,
    double loss,
    double floor,
    long correct,
    double slack,
    long regressed,
    NoiseCounts noise,
    BeliefRows beliefs) {
  private static final Measure NOTHING =
      new Measure(0, 0, 0, 0, 0, 0, 0, NoiseCounts.NONE, BeliefRows.NONE);

  /**
   * The measures of a batch from those of the parts that it was cut into.
   *
   * @param parts a measure for each module, of each part
   * @param samples of each part
   * @return a measure for each module: the means weighted by samples, counts added up, beliefs
   *     behind each other; of a single part what it has, to the bit
   */
  public static List<Measure> join(List<List<Measure>> parts, List<Long> samples) {
    double all = samples.stream().mapToLong(Long::longValue).sum();
    List<Measure> joined = new ArrayList<>();
    for (int module = 0; module < parts.get(0).size(); module++) {
      Measure sum = NOTHING;
      for (int part = 0; part < parts.size(); part++) {
        sum = sum.plus(parts.get(part).get(module), samples.get(part) / all);
      }
      joined.add(sum);
    }
    return joined;
  }

  private Measure plus(Measure part, double weight) {
    return new Measure(
        klTarget + weight * part.klTarget,
        klPrevious + weight * part.klPrevious,
        loss + weight * part.loss,
        floor + weight * part.floor,
        correct + part.correct,
        slack + weight * part.slack,
        regressed + part.regressed,
        noise.plus(part.noise),
        beliefs.followedBy(part.beliefs));
  }
}
