package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Curve;
import io.github.sid4j.internal.report.chart.CurvePlot;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.NoiseMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers of the modules to training samples with noisy labels. */
final class NoiseSection {
  private NoiseSection() {}

  static List<Element> of(DatasetComparison comparison) {
    List<Element> figures = new ArrayList<>();
    add(
        figures,
        comparison,
        "Label disagreement",
        "Share of samples with a noisy label whose most probable class differs from that label.",
        NoiseMetrics::labelDisagreement);
    add(
        figures,
        comparison,
        "True label recovered",
        "Share of these whose most probable class is the true one.",
        NoiseMetrics::trueLabelRecovered);
    return figures;
  }

  private static void add(
      List<Element> figures,
      DatasetComparison comparison,
      String heading,
      String note,
      Function<NoiseMetrics, Double> share) {
    CurvePlot plot = new CurvePlot();
    for (SeedGroup one : comparison.configurations()) {
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
