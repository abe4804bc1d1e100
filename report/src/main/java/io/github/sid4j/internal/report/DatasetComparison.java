package io.github.sid4j.internal.report;

import io.github.sid4j.internal.settings.DataSetting;
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
record DatasetComparison(String dataset, List<SeedGroup> configurations, SeedGroup reference) {
  /** Those with a finished run. */
  List<SeedGroup> finished() {
    return configurations.stream().filter(one -> !one.finished().isEmpty()).toList();
  }

  /** What decides which one is ahead: the test, or the validation where nothing was tested. */
  ComparedMeasure lead() {
    return lead(configurations);
  }

  static ComparedMeasure lead(List<SeedGroup> configurations) {
    return Stream.of(
            ComparedMeasure.TEST_BEST, ComparedMeasure.TEST_LAST, ComparedMeasure.VALIDATION)
        .filter(one -> configurations.stream().anyMatch(c -> c.sample(one).n() > 0))
        .findFirst()
        .orElse(ComparedMeasure.TEST_BEST);
  }

  /** Configurations by their mean, the highest first; those without one are left out. */
  static List<SeedGroup> ranked(List<SeedGroup> configurations) {
    ComparedMeasure lead = lead(configurations);
    return configurations.stream()
        .filter(one -> one.sample(lead).n() > 0)
        .sorted(Comparator.comparingDouble((SeedGroup one) -> one.sample(lead).mean()).reversed())
        .toList();
  }

  /** The configuration with the highest mean; empty when no run is finished. */
  Optional<SeedGroup> best() {
    return ranked(configurations).stream().findFirst();
  }

  /** Whether there is nothing to compare: one run alone has a result. */
  boolean isOfOneRun() {
    return finished().stream().mapToInt(one -> one.finished().size()).sum() == 1;
  }

  /** Whether all that is finished answers with the weights of the last epoch. */
  boolean keepsLast() {
    List<SeedGroup> finished = finished();
    return !finished.isEmpty() && finished.stream().allMatch(SeedGroup::keepsLast);
  }

  boolean isReference(SeedGroup one) {
    return one.number() == reference.number();
  }

  /**
   * The same by rate of noisy labels: accuracies after training on other labels do not compare.
   *
   * @return itself where there is one rate; each part with the configuration as its reference that
   *     differs from this one's in the rate alone, or with its first where there is none
   */
  List<DatasetComparison> byNoise() {
    Map<String, List<SeedGroup>> rates = new LinkedHashMap<>();
    configurations.forEach(
        one -> rates.computeIfAbsent(noise(one), rate -> new ArrayList<>()).add(one));
    return rates.size() == 1
        ? List.of(this)
        : rates.values().stream()
            .map(same -> new DatasetComparison(dataset, same, like(same)))
            .toList();
  }

  /** What there is to say of the labels; empty where all were right. */
  String labels() {
    String rate = noise(reference);
    return rate.isEmpty() || Double.parseDouble(rate) == 0
        ? ""
        : Texts.number(Double.parseDouble(rate) * 100, 0) + " % noisy labels";
  }

  private SeedGroup like(List<SeedGroup> same) {
    return same.stream()
        .filter(one -> others(one).equals(others(reference)))
        .findFirst()
        .orElse(same.get(0));
  }

  private static String noise(SeedGroup one) {
    return one.varying().getOrDefault(DataSetting.LABEL_NOISE.name(), "");
  }

  private static Map<String, String> others(SeedGroup one) {
    Map<String, String> others = new LinkedHashMap<>(one.varying());
    others.remove(DataSetting.LABEL_NOISE.name());
    return others;
  }
}
