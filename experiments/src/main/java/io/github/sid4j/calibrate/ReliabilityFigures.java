package io.github.sid4j.calibrate;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Size;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import java.util.ArrayList;
import java.util.List;

/** How sure each module is beside how right it is. */
final class ReliabilityFigures {
  private static final Series BEFORE = new Series(1);
  private static final Series AFTER = new Series(0);
  private static final Series IDEAL = new Series(2);

  private ReliabilityFigures() {}

  static List<Element> of(DepthBeliefs raw, DepthBeliefs tempered) {
    List<Element> figures = new ArrayList<>();
    for (int i = 0; i < raw.depth(); i++) {
      Plot plot =
          new Plot(
              "Accuracy by confidence of module " + (i + 1),
              Axis.between("confidence, %", 0, 100),
              Axis.between("accuracy, %", 0, 100));
      plot.line(IDEAL, Stroke.DOTTED, List.of(0.0, 100.0), List.of(0.0, 100.0), "as sure as right");
      line(plot, BEFORE, Reliability.of(raw, i));
      line(plot, AFTER, Reliability.of(tempered, i));
      figures.add(
          Figure.of(
              "Module " + (i + 1),
              "validation part, bins of equal width",
              plot.element(),
              new Legend()
                  .add(BEFORE, Stroke.SOLID, "as trained")
                  .add(AFTER, Stroke.SOLID, "at its temperature")
                  .add(IDEAL, Stroke.DOTTED, "as sure as right")
                  .element()));
    }
    return figures;
  }

  private static void line(Plot plot, Series series, Reliability reliability) {
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      across.add(100 * bin.confidence());
      up.add(100 * bin.accuracy());
      plot.dot(
          series,
          Size.POINT,
          100 * bin.confidence(),
          100 * bin.accuracy(),
          "%s samples, %s sure, %s right"
              .formatted(
                  CalibrationPage.count(bin.samples()),
                  CalibrationPage.percent(bin.confidence()),
                  CalibrationPage.percent(bin.accuracy())));
    }
    plot.line(series, Stroke.SOLID, across, up, "");
  }
}
