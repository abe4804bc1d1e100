package io.github.sid4j.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Configurations on one data set.
 *
 * @param dataset its name
 * @param configurations in the order of the entries
 * @param reference what the others are compared with
 */
record Comparison(String dataset, List<Configuration> configurations, Configuration reference) {
  /** Those with a finished run. */
  List<Configuration> finished() {
    return configurations.stream().filter(one -> !one.finished().isEmpty()).toList();
  }

  /** What decides which one is ahead: the test, or the validation where nothing was tested. */
  Measure lead() {
    return lead(configurations);
  }

  static Measure lead(List<Configuration> configurations) {
    return Stream.of(Measure.TEST_BEST, Measure.TEST_LAST, Measure.VALIDATION)
        .filter(one -> configurations.stream().anyMatch(c -> c.sample(one).n() > 0))
        .findFirst()
        .orElse(Measure.TEST_BEST);
  }

  /** Configurations by their mean, the highest first; those without one are left out. */
  static List<Configuration> ranked(List<Configuration> configurations) {
    Measure lead = lead(configurations);
    return configurations.stream()
        .filter(one -> one.sample(lead).n() > 0)
        .sorted(
            Comparator.comparingDouble((Configuration one) -> one.sample(lead).mean()).reversed())
        .toList();
  }

  /** The configuration with the highest mean; empty when no run is finished. */
  Optional<Configuration> best() {
    return ranked(configurations).stream().findFirst();
  }

  boolean isReference(Configuration one) {
    return one.number() == reference.number();
  }
}
