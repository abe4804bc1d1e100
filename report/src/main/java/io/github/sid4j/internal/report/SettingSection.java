package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Size;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Accuracy by each setting that has several values: a line by number, or dots by word. */
final class SettingSection {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?([eE]-?\\d{1,2})?");

  private static final double WIDTH_OF_WORD = 0.6;

  private final DatasetComparison comparison;
  private final List<SeedGroup> finished;

  private SettingSection(DatasetComparison comparison) {
    this.comparison = comparison;
    this.finished =
        comparison.finished().stream()
            .filter(one -> one.sample(comparison.lead()).n() > 0)
            .toList();
  }

  static List<Element> of(DatasetComparison comparison) {
    return new SettingSection(comparison).figures();
  }

  /** A figure for each way in which settings part the configurations. */
  private List<Element> figures() {
    Map<List<Integer>, List<String>> ways = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    finished.forEach(one -> names.addAll(one.varying().keySet()));
    for (String name : names) {
      List<String> values = values(name);
      ways.computeIfAbsent(values.stream().map(values::indexOf).toList(), way -> new ArrayList<>())
          .add(name);
    }
    List<Element> figures = new ArrayList<>();
    for (List<String> same : ways.values()) {
      String name = same.stream().filter(this::isNumeric).findFirst().orElse(same.get(0));
      long different = values(name).stream().distinct().count();
      boolean numeric = isNumeric(name);
      // By word, one configuration for each would only show again what the table has.
      if (different > 1 && (numeric || different < finished.size())) {
        figures.add(figure(name, same, numeric));
      }
    }
    return figures;
  }

  private List<String> values(String name) {
    return finished.stream().map(one -> one.varying().getOrDefault(name, "")).toList();
  }

  private boolean isNumeric(String name) {
    return values(name).stream().allMatch(value -> NUMBER.matcher(value).matches());
  }

  private Element figure(String name, List<String> same, boolean numeric) {
    List<String> words = values(name).stream().distinct().toList();
    Axis across =
        numeric
            ? Axis.of(name, words.stream().map(Double::valueOf).toList())
            : Axis.words(
                name, words.stream().map(word -> word.isEmpty() ? Texts.NONE : word).toList());
    ComparedMeasure lead = comparison.lead();
    List<Double> ys =
        finished.stream()
            .flatMap(one -> one.values(lead).values().stream())
            .map(value -> value * 100)
            .toList();
    Plot plot = new Plot("Accuracy by " + name, across, Axis.percent(lead.words() + ", %", ys));
    Legend legend = new Legend();
    Place place = one -> place(one, name, words, numeric);
    for (List<SeedGroup> members : numeric ? lines(same) : singly()) {
      Series series = members.get(0).series();
      draw(plot, series, members, place, numeric);
      legend.add(series, Stroke.SOLID, numeric ? legend(members.get(0), same) : label(members));
    }
    String together =
        same.size() > 1
            ? "Together with it "
                + Texts.list(same.stream().filter(other -> !other.equals(name)).toList())
                + " varied. "
            : "";
    return Figure.of(
        "Accuracy by " + name,
        together + "Pale: single runs. Bold: means.",
        plot.element(),
        legend.element());
  }

  /** Those that differ in these settings alone; each is a line. */
  private List<List<SeedGroup>> lines(List<String> same) {
    return List.copyOf(
        finished.stream()
            .collect(
                Collectors.groupingBy(
                    one -> others(one, same), LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private List<List<SeedGroup>> singly() {
    return finished.stream().map(List::of).toList();
  }

  private static String label(List<SeedGroup> single) {
    return single.get(0).label();
  }

  private static Map<String, String> others(SeedGroup one, List<String> without) {
    Map<String, String> others = new LinkedHashMap<>(one.varying());
    others.keySet().removeAll(without);
    return Collections.unmodifiableMap(others);
  }

  /** What a line has in common. */
  private static String legend(SeedGroup one, List<String> without) {
    Map<String, String> settings = others(one, without);
    return settings.isEmpty()
        ? "all"
        : settings.entrySet().stream()
            .map(e -> e.getKey() + " " + (e.getValue().isEmpty() ? Texts.NONE : e.getValue()))
            .collect(Collectors.joining(", "));
  }

  private interface Place {
    double of(SeedGroup one);
  }

  /** Those with one word stand side by side around its place. */
  private double place(SeedGroup one, String name, List<String> words, boolean numeric) {
    String value = one.varying().getOrDefault(name, "");
    if (numeric) {
      return Double.parseDouble(value);
    }
    List<Integer> together =
        finished.stream()
            .filter(other -> other.varying().getOrDefault(name, "").equals(value))
            .map(SeedGroup::number)
            .toList();
    double step = WIDTH_OF_WORD / together.size();
    return words.indexOf(value)
        + step * (together.indexOf(one.number()) - (together.size() - 1) / 2.0);
  }

  private void draw(
      Plot plot, Series series, List<SeedGroup> members, Place place, boolean joined) {
    ComparedMeasure lead = comparison.lead();
    Map<Double, Double> means = new TreeMap<>();
    for (SeedGroup one : members) {
      double at = place.of(one);
      one.values(lead)
          .forEach(
              (seed, value) ->
                  plot.dot(
                      series,
                      Size.FAINT,
                      at,
                      value * 100,
                      "%s, seed %s: %s".formatted(one.label(), seed, Texts.percent(value))));
      means.put(at, one.sample(lead).mean() * 100);
    }
    if (joined) {
      List<Double> places = List.copyOf(means.keySet());
      plot.line(series, Stroke.SOLID, places, List.copyOf(means.values()), "means");
    }
    for (SeedGroup one : members) {
      double mean = one.sample(lead).mean();
      String title = "%s: %s".formatted(one.label(), Texts.percent(mean));
      plot.dot(series, Size.BOLD, place.of(one), mean * 100, title);
    }
  }
}
