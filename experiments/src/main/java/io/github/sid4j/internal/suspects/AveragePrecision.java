package io.github.sid4j.internal.suspects;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How well an order has what is looked for in front. */
final class AveragePrecision {
  private AveragePrecision() {}

  /**
   * The mean, over what is looked for, of the share of it among all that rank at least as high.
   *
   * @param all in any order
   * @param score the lower, the further in front; equals are taken together
   * @param wanted what is looked for
   * @return 0 to 1; {@code null} if nothing is looked for
   */
  static <T> Double of(List<T> all, ToDoubleFunction<T> score, Predicate<T> wanted) {
    List<T> ranked = all.stream().sorted(Comparator.comparingDouble(score)).toList();
    double sum = 0;
    int found = 0;
    for (int from = 0, to; from < ranked.size(); from = to) {
      int here = 0;
      to = from;
      while (to < ranked.size()
          && score.applyAsDouble(ranked.get(to)) == score.applyAsDouble(ranked.get(from))) {
        here += wanted.test(ranked.get(to)) ? 1 : 0;
        to++;
      }
      found += here;
      sum += here * ((double) found / to);
    }
    return found == 0 ? null : sum / found;
  }
}
