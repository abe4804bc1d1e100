package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Size;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What accuracy cost in time and memory, where there are runs to compare. */
final class CostSection {
  private static final double MINUTE = 60;
  private static final double MEBI = 1 << 20;

  private CostSection() {}

  static List<Element> of(DatasetComparison comparison) {
    boolean any =
        comparison.finished().stream().anyMatch(one -> one.sample(comparison.lead()).n() > 0);
    if (!any || comparison.isOfOneRun()) {
      return List.of();
    }
    double longest = max(comparison, ComparedMeasure.SECONDS);
    boolean minutes = longest >= 3 * MINUTE;
    return List.of(
        figure(
            comparison,
            ComparedMeasure.SECONDS,
            "Accuracy beside time",
            minutes ? "wall time, minutes" : "wall time, seconds",
            minutes ? MINUTE : 1),
        figure(
            comparison,
            ComparedMeasure.MEMORY,
            "Accuracy beside memory",
            "peak memory, MiB",
            MEBI));
  }

  private static double max(DatasetComparison comparison, ComparedMeasure measure) {
    return comparison.finished().stream()
        .flatMap(one -> one.values(measure).values().stream())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  private static Element figure(
      DatasetComparison comparison,
      ComparedMeasure cost,
      String heading,
      String label,
      double unit) {
    ComparedMeasure lead = comparison.lead();
    List<Double> xs = new ArrayList<>(List.of(0.0));
    List<Double> ys = new ArrayList<>();
    for (SeedGroup one : comparison.finished()) {
      one.values(cost).values().forEach(value -> xs.add(value / unit));
      one.values(lead).values().forEach(value -> ys.add(value * 100));
    }
    Plot plot = new Plot(heading, Axis.over(label, xs), Axis.percent(lead.words() + ", %", ys));
    Legend legend = new Legend();
    for (SeedGroup one : comparison.finished()) {
      legend.add(one.series(), Stroke.SOLID, one.label());
      Map<Long, Double> accuracies = one.values(lead);
      one.values(cost)
          .forEach(
              (seed, value) -> {
                double accuracy = accuracies.getOrDefault(seed, Double.NaN);
                String title =
                    "%s, seed %s: %s, %s"
                        .formatted(one.label(), seed, Texts.percent(accuracy), cost.text(value));
                plot.dot(one.series(), Size.BOLD, value / unit, accuracy * 100, title);
              });
    }
    return Figure.of(heading, "A mark for each run.", plot.element(), legend.element());
  }
}
