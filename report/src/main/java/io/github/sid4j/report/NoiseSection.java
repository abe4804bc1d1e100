package io.github.sid4j.report;

import io.github.sid4j.report.chart.Curve;
import io.github.sid4j.report.chart.CurvePlot;
import io.github.sid4j.report.chart.Figure;
import io.github.sid4j.report.chart.Stroke;
import io.github.sid4j.report.html.Element;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.NoiseMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What modules make of training labels that were changed. */
final class NoiseSection {
  private NoiseSection() {}

  static List<Element> of(Comparison comparison) {
    List<Element> figures = new ArrayList<>();
    add(
        figures,
        comparison,
        "Wrong labels overruled",
        "Share of the changed training labels that a module does not believe most.",
        NoiseMetrics::labelDisagreement);
    add(
        figures,
        comparison,
        "True labels recovered",
        "Share of them for which it believes most in the true class.",
        NoiseMetrics::trueLabelRecovered);
    return figures;
  }

  private static void add(
      List<Element> figures,
      Comparison comparison,
      String heading,
      String note,
      Function<NoiseMetrics, Double> share) {
    CurvePlot plot = new CurvePlot();
    for (Configuration one : comparison.configurations()) {
      Curve curve = new Curve();
      for (ReportedRun run : one.drawn()) {
        List<ModuleMetrics> modules = run.lastEpoch().map(EpochMetrics::modules).orElse(List.of());
        for (ModuleMetrics module : run.answering(modules)) {
          Double found = module.noise() == null ? null : share.apply(module.noise());
          curve.add(module.index(), found == null ? null : 100 * found);
        }
      }
      plot.add(one.series(), Stroke.SOLID, one.legend(), curve);
    }
    if (!plot.isEmpty()) {
      Element chart = plot.draw(heading, "module", "%", value -> Texts.percent(value / 100));
      figures.add(Figure.of(heading, note, chart, plot.legend()));
    }
  }
}
