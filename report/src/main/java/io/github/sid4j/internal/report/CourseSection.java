package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Curve;
import io.github.sid4j.internal.report.chart.CurvePlot;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Accuracy by epoch, and accuracy and divergence by module. */
final class CourseSection {
  private static final String BAND =
      "Mean over the seeds; the band goes from the lowest to the highest.";

  private static final String DEPTH = "Weights of the last epoch, on the test part.";

  private static final String POINT =
      " A single point: a method that trains only its last module to answer.";

  private CourseSection() {}

  static List<Element> of(DatasetComparison comparison) {
    List<Element> figures = new ArrayList<>();
    CurvePlot epochs = new CurvePlot();
    for (SeedGroup one : comparison.configurations()) {
      epochs.add(one.series(), Stroke.SOLID, one.legend(), byEpoch(one));
    }
    if (!epochs.isEmpty()) {
      figures.add(
          figure(
              "Validation accuracy by epoch",
              comparison.configurations().stream().anyMatch(one -> one.drawn().size() > 1)
                  ? BAND
                  : "",
              epochs,
              "epoch",
              "%",
              CourseSection::percent));
    }
    byModule(
        figures,
        comparison,
        "Test accuracy by depth",
        "%",
        module -> 100 * module.testAccuracy(),
        CourseSection::percent);
    byModule(
        figures,
        comparison,
        "Divergence to the target by depth",
        "nats",
        ModuleResult::klTarget,
        Texts::nats);
    return figures;
  }

  private static String percent(double hundredths) {
    return Texts.percent(hundredths / 100);
  }

  private static Curve byEpoch(SeedGroup one) {
    Curve curve = new Curve();
    for (ReportedRun run : one.drawn()) {
      for (EpochMetrics epoch : run.epochs()) {
        Double accuracy = epoch.validationAccuracy();
        curve.add(epoch.epoch(), accuracy == null ? null : 100 * accuracy);
      }
    }
    return curve;
  }

  private static void byModule(
      List<Element> figures,
      DatasetComparison comparison,
      String heading,
      String unit,
      ToDoubleFunction<ModuleResult> value,
      DoubleFunction<String> text) {
    CurvePlot plot = new CurvePlot();
    for (SeedGroup one : comparison.finished()) {
      Curve curve = new Curve();
      for (ReportedRun run : one.finished()) {
        run.answering(run.result().orElseThrow().modules())
            .forEach(module -> curve.add(module.index(), value.applyAsDouble(module)));
      }
      plot.add(one.series(), Stroke.SOLID, one.label(), curve);
    }
    if (plot.hasCourse()) {
      boolean point =
          comparison.finished().stream()
              .flatMap(one -> one.finished().stream())
              .anyMatch(run -> !run.everyModuleAnswers());
      figures.add(figure(heading, point ? DEPTH + POINT : DEPTH, plot, "module", unit, text));
    }
  }

  private static Element figure(
      String heading,
      String note,
      CurvePlot plot,
      String across,
      String unit,
      DoubleFunction<String> text) {
    return Figure.of(heading, note, plot.draw(heading, across, unit, text), plot.legend());
  }
}
