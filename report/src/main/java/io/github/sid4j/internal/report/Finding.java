package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.statistics.Interval;
import io.github.sid4j.internal.report.statistics.Sample;
import io.github.sid4j.internal.statistics.AccuracyInterval;
import java.util.List;
import java.util.Optional;

/** The findings of a comparison in a few sentences, none of which says more than the numbers do. */
final class Finding {
  private final DatasetComparison comparison;
  private final ComparedMeasure lead;

  private Finding(DatasetComparison comparison) {
    this.comparison = comparison;
    this.lead = comparison.lead();
  }

  static String of(DatasetComparison comparison) {
    return new Finding(comparison).text();
  }

  private String text() {
    List<SeedGroup> ranked = DatasetComparison.ranked(comparison.configurations());
    if (ranked.isEmpty()) {
      return "No run has a result yet.";
    }
    SeedGroup best = ranked.get(0);
    Sample sample = best.sample(lead);
    if (ranked.size() == 1) {
      return "%s has %s of %s (%s)%s."
          .formatted(
              best.label(),
              lead.words(),
              Texts.percent(sample.mean()),
              runs(sample),
              error(best).map(interval -> ", " + interval).orElse(""));
    }
    SeedGroup other =
        comparison.isReference(best) || comparison.reference().sample(lead).n() == 0
            ? ranked.get(1)
            : comparison.reference();
    return "Of %s configurations %s has the highest %s%s: %s (%s). %s%s"
        .formatted(
            ranked.size(),
            best.label(),
            sample.n() > 1 ? "mean " : "",
            lead.words(),
            Texts.percent(sample.mean()),
            runs(sample),
            difference(best, other),
            ranked.size() > 2
                ? " It was picked as the highest of "
                    + ranked.size()
                    + " by these same numbers, which favours it."
                : "");
  }

  private static String runs(Sample sample) {
    String count = Texts.count(sample.n(), "run");
    return sample.n() == 1
        ? count
        : "%s, standard deviation %s points"
            .formatted(count, Texts.number(sample.deviation() * 100, 2));
  }

  private String difference(SeedGroup best, SeedGroup other) {
    Sample pairs = Sample.ofDifferences(best.values(lead), other.values(lead));
    if (pairs.n() == 0) {
      return "It has no seed in common with %s, so that there is no paired difference."
          .formatted(other.label());
    }
    String begin =
        "The difference to %s is %s percentage points"
            .formatted(other.label(), Texts.points(pairs.mean()));
    Optional<Interval> interval = pairs.interval();
    if (interval.isEmpty()) {
      return begin
          + " with one seed, for which there is no interval."
          + error(best)
              .map(it -> " The accuracy of %s is %s.".formatted(best.label(), it))
              .orElse("");
    }
    return "%s (95 %% confidence interval %s, paired over %s seeds): %s"
        .formatted(begin, Texts.points(interval.get()), pairs.n(), verdict(interval.get()));
  }

  private static String verdict(Interval interval) {
    if (interval.width() == 0) {
      return "it is the same in every pair, and so few seeds do not show how far it would vary.";
    }
    return interval.contains(0)
        ? "the interval includes zero, so these runs do not distinguish the two."
        : "the interval does not include zero.";
  }

  /** How far a single test accuracy is to be trusted, where nothing better is known. */
  private Optional<String> error(SeedGroup one) {
    Sample sample = one.sample(lead);
    if (lead == ComparedMeasure.VALIDATION || sample.n() > 1) {
      return Optional.empty();
    }
    return one.finished().stream()
        .findFirst()
        .flatMap(run -> AccuracyInterval.of(sample.mean(), TestSize.of(run).orElse(0)))
        .map(interval -> interval.text(count -> Texts.number((double) count, 0), Texts::percent));
  }
}
