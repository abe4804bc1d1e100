package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Curve;
import io.github.sid4j.internal.report.chart.CurvePlot;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** The bounds of the method beside what was measured, on training and on held-out data. */
final class TheorySection {
  private static final Series MEASURED = new Series(0);
  private static final Series BOUND = new Series(1);
  private static final Series RATE = new Series(2);
  private static final Series HELD_OUT = new Series(1);

  private TheorySection() {}

  /** What there is to see of a configuration; empty where no run measured it. */
  static List<Element> of(SeedGroup one) {
    Function<ModuleMetrics, BeliefMetrics> train = ModuleMetrics::train;
    Function<ModuleMetrics, BeliefMetrics> validation = ModuleMetrics::validation;
    List<Element> figures = new ArrayList<>();
    if (curve(one, train, BeliefMetrics::klTargetBound, false).isEmpty()) {
      return figures;
    }
    way(one, train, "On training data").ifPresent(figures::add);
    way(one, validation, "On validation data").ifPresent(figures::add);
    figures.add(
        figure(
            one,
            "Steps",
            "Divergence of the belief to the one before.",
            "nats",
            BeliefMetrics::klPrevious,
            Texts::nats));
    figures.add(
        figure(
            one,
            "Slack",
            "By how much a module did worse than handing the belief before it on, where it did.",
            "nats",
            BeliefMetrics::slack,
            Texts::nats));
    figures.add(
        figure(
            one,
            "Regressed beliefs",
            "Share of samples whose belief a module takes further from the target.",
            "%",
            belief -> belief.regressed() == null ? null : 100 * belief.regressed(),
            value -> Texts.percent(value / 100)));
    return figures;
  }

  private static Optional<Element> way(
      SeedGroup one, Function<ModuleMetrics, BeliefMetrics> part, String heading) {
    CurvePlot plot = new CurvePlot();
    plot.add(
        BOUND,
        Stroke.DASHED,
        "bound by steps and slack",
        curve(one, part, BeliefMetrics::klTargetBound, true));
    plot.add(
        RATE,
        Stroke.DOTTED,
        "rate of best modules",
        curve(one, part, BeliefMetrics::klTargetRate, true));
    Curve measured = curve(one, part, BeliefMetrics::klTarget, true);
    plot.add(MEASURED, Stroke.SOLID, "measured", measured);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Figure.of(
            heading,
            "Divergence of the belief to the target after each module.",
            plot.draw("Divergence by module, " + heading, "module", "nats", Texts::nats),
            plot.legend()));
  }

  /** One quantity on both parts of the data. */
  private static Element figure(
      SeedGroup one,
      String heading,
      String note,
      String unit,
      Function<BeliefMetrics, Double> value,
      DoubleFunction<String> text) {
    CurvePlot plot =
        new CurvePlot()
            .add(MEASURED, Stroke.SOLID, "training", curve(one, ModuleMetrics::train, value, false))
            .add(
                HELD_OUT,
                Stroke.DASHED,
                "validation",
                curve(one, ModuleMetrics::validation, value, false));
    return Figure.of(heading, note, plot.draw(heading, "module", unit, text), plot.legend());
  }

  /** By module at the last epoch, and with a start also at depth 0. */
  private static Curve curve(
      SeedGroup one,
      Function<ModuleMetrics, BeliefMetrics> part,
      Function<BeliefMetrics, Double> value,
      boolean start) {
    Curve curve = new Curve();
    for (ReportedRun run : one.drawn()) {
      for (EpochMetrics epoch : run.lastEpoch().stream().toList()) {
        boolean any = false;
        for (ModuleMetrics module : epoch.modules()) {
          BeliefMetrics belief = part.apply(module);
          Double found = belief == null ? null : value.apply(belief);
          any |= found != null;
          curve.add(module.index(), found);
        }
        if (start && any) {
          curve.add(0, epoch.klTargetStart());
        }
      }
    }
    return curve;
  }
}
