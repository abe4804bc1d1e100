package io.github.sid4j.internal.reshape;

import io.github.sid4j.internal.statistics.PairedLoss;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * How many modules are left for a tolerance, and why.
 *
 * @param modules the fewest that are shown to lose no more; all where none is
 * @param reason in words
 * @param samplesNeeded of a validation part that would show that fewer are enough, if rates stay;
 *     null where it is not known, or nothing more is to be shown
 */
public record DepthChoice(int modules, String reason, Long samplesNeeded) {
  private static final double RISK = 0.05;

  /**
   * Chooses. From the whole cascade on one module after the other is left out, until one is not
   * shown to be needless with 95 % (fixed-sequence testing, so that the risk is that of all depths
   * together).
   *
   * @param right for each module the validation samples that it is right about
   * @param samples of the validation part
   * @param tolerance the loss that is accepted, 0 to 1
   */
  public static DepthChoice of(List<BitSet> right, int samples, double tolerance) {
    int whole = right.size();
    int best = best(right);
    int modules = whole;
    while (modules > 1 && loss(right, modules - 1, best, samples).upper(RISK) <= tolerance) {
      modules--;
    }
    if (modules < whole || whole == 1) {
      return new DepthChoice(
          modules, "the fewest that are shown, with 95 %, to lose no more on new samples", null);
    }
    long needed = 0;
    boolean promising = false;
    for (int depth = 1; depth < whole; depth++) {
      PairedLoss loss = loss(right, depth, best, samples);
      if (loss.estimate() <= tolerance) {
        promising = true;
        long here = loss.samplesFor(tolerance, RISK);
        needed = needed == 0 || (here > 0 && here < needed) ? here : needed;
      }
    }
    if (!promising) {
      return new DepthChoice(whole, "all, since every shorter cascade loses more", null);
    }
    String cannot =
        String.format(
            Locale.ROOT,
            "all, since %,d validation samples cannot show with 95 %% that fewer lose no more",
            samples);
    return needed == 0
        ? new DepthChoice(whole, cannot, null)
        : new DepthChoice(
            whole, String.format(Locale.ROOT, "%s; about %,d would", cannot, needed), needed);
  }

  /** The depth that is right most often, the deepest of equals. */
  private static int best(List<BitSet> right) {
    int best = right.size();
    for (int depth = right.size() - 1; depth >= 1; depth--) {
      if (right.get(depth - 1).cardinality() > right.get(best - 1).cardinality()) {
        best = depth;
      }
    }
    return best;
  }

  /**
   * What a depth loses against the best one or against the whole cascade, whichever shows more: the
   * best one is the best by chance, too, and says nothing of the depths behind it.
   */
  private static PairedLoss loss(List<BitSet> right, int depth, int best, int samples) {
    PairedLoss ofWhole = loss(right.get(depth - 1), right.get(right.size() - 1), samples);
    PairedLoss ofBest = loss(right.get(depth - 1), right.get(best - 1), samples);
    return depth < best && ofBest.upper(RISK) > ofWhole.upper(RISK) ? ofBest : ofWhole;
  }

  private static PairedLoss loss(BitSet here, BitSet other, int samples) {
    BitSet lost = (BitSet) other.clone();
    lost.andNot(here);
    BitSet gained = (BitSet) here.clone();
    gained.andNot(other);
    return new PairedLoss(lost.cardinality(), gained.cardinality(), samples);
  }
}
