package io.github.sid4j.report;

import io.github.sid4j.settings.DataSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The same by rate of wrong labels: accuracies after training on other labels do not compare.
   *
   * @return itself where there is one rate; each part with the configuration as its reference that
   *     differs from this one's in the rate alone, or with its first where there is none
   */
  List<Comparison> byNoise() {
    Map<String, List<Configuration>> rates = new LinkedHashMap<>();
    configurations.forEach(
        one -> rates.computeIfAbsent(noise(one), rate -> new ArrayList<>()).add(one));
    return rates.size() == 1
        ? List.of(this)
        : rates.values().stream().map(same -> new Comparison(dataset, same, like(same))).toList();
  }

  /** What there is to say of the labels; empty where all were right. */
  String labels() {
    String rate = noise(reference);
    return rate.isEmpty() || Double.parseDouble(rate) == 0
        ? ""
        : Texts.number(Double.parseDouble(rate) * 100, 0) + " % wrong labels";
  }

  private Configuration like(List<Configuration> same) {
    return same.stream()
        .filter(one -> others(one).equals(others(reference)))
        .findFirst()
        .orElse(same.get(0));
  }

  private static String noise(Configuration one) {
    return one.varying().getOrDefault(DataSetting.LABEL_NOISE.name(), "");
  }

  private static Map<String, String> others(Configuration one) {
    Map<String, String> others = new LinkedHashMap<>(one.varying());
    others.remove(DataSetting.LABEL_NOISE.name());
    return others;
  }
}
