package io.github.sid4j.calibrate;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Size;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The results of rules: accuracy against compute, and how deep samples go. */
final class ExitFigures {
  private static final Series CONFIDENCE = new Series(0);
  private static final Series AGREEMENT = new Series(1);
  private static final Series DEPTHS = new Series(2);

  /** Thresholds of no use, which stop almost all samples at once, would press the rest together. */
  private static final double SHOWN_LOSS = 0.2;

  private final Calibration calibration;

  private ExitFigures(Calibration calibration) {
    this.calibration = calibration;
  }

  static List<Element> of(Calibration calibration) {
    ExitFigures figures = new ExitFigures(calibration);
    return List.of(figures.accuracies(), figures.depths());
  }

  /** Accuracy against compute, by rule. */
  private Element accuracies() {
    List<Outcome> confidence = shown(ExitRule.Kind.CONFIDENCE);
    List<Outcome> agreement = shown(ExitRule.Kind.AGREEMENT);
    List<Double> ups = new ArrayList<>();
    Stream.concat(confidence.stream(), agreement.stream())
        .forEach(outcome -> ups.add(100 * outcome.accuracy()));
    List<Double> depths = new ArrayList<>();
    calibration.answering().forEach(module -> depths.add(100 * module.accuracy()));
    depths.stream().filter(up -> up >= lowest()).forEach(ups::add);
    Plot plot =
        new Plot(
            "Accuracy by share of the multiplications",
            Axis.between("multiplications, % of all modules", 0, 100),
            Axis.percent("accuracy, %", ups));
    line(plot, CONFIDENCE, confidence);
    line(plot, AGREEMENT, agreement);
    for (Calibration.Module module : calibration.answering()) {
      if (100 * module.accuracy() >= lowest()) {
        plot.dot(
            DEPTHS,
            Size.POINT,
            100 * module.compute(),
            100 * module.accuracy(),
            "module %s for all: %s"
                .formatted(module.index(), CalibrationPage.percent(module.accuracy())));
      }
    }
    Outcome chosen = calibration.chosen();
    plot.dot(
        series(chosen.rule().kind()),
        Size.BOLD,
        100 * chosen.compute(),
        100 * chosen.accuracy(),
        "chosen, %s: %s".formatted(chosen.rule(), CalibrationPage.percent(chosen.accuracy())));
    return Figure.of(
        "Accuracy against compute",
        "validation part; the large point is what was chosen",
        plot.element(),
        rules().add(DEPTHS, Stroke.DOTTED, "the same depth for all samples").element());
  }

  private static Series series(ExitRule.Kind kind) {
    return kind == ExitRule.Kind.AGREEMENT ? AGREEMENT : CONFIDENCE;
  }

  private static Legend rules() {
    return new Legend()
        .add(CONFIDENCE, Stroke.SOLID, "by confidence")
        .add(AGREEMENT, Stroke.SOLID, "by agreement of two modules");
  }

  private double lowest() {
    return 100 * (calibration.full().accuracy() - SHOWN_LOSS);
  }

  private List<Outcome> shown(ExitRule.Kind kind) {
    return curve(kind)
        .filter(outcome -> 100 * outcome.accuracy() >= lowest())
        .sorted(Comparator.comparingDouble(Outcome::compute))
        .toList();
  }

  private Stream<Outcome> curve(ExitRule.Kind kind) {
    return calibration.curve().stream().filter(outcome -> outcome.rule().kind() == kind);
  }

  private static void line(Plot plot, Series series, List<Outcome> outcomes) {
    List<Double> across = outcomes.stream().map(outcome -> 100 * outcome.compute()).toList();
    List<Double> up = outcomes.stream().map(outcome -> 100 * outcome.accuracy()).toList();
    plot.line(series, Stroke.SOLID, across, up, "threshold from low to high");
  }

  /** How often samples go how deep, by the rule's mean depth over thresholds. */
  private Element depths() {
    Plot plot =
        new Plot(
            "Modules computed by threshold",
            Axis.between("threshold", 0, 1),
            Axis.counts("modules computed, mean", 1, Math.max(2, calibration.modules().size())));
    for (ExitRule.Kind kind : List.of(ExitRule.Kind.CONFIDENCE, ExitRule.Kind.AGREEMENT)) {
      List<Outcome> outcomes = curve(kind).toList();
      plot.line(
          series(kind),
          Stroke.SOLID,
          outcomes.stream().map(outcome -> outcome.rule().threshold()).toList(),
          outcomes.stream().map(Outcome::meanDepth).toList(),
          kind.name().toLowerCase(Locale.ROOT));
    }
    return Figure.of("How deep samples go", "validation part", plot.element(), rules().element());
  }
}
