package io.github.sid4j.report;

import io.github.sid4j.report.chart.Figure;
import io.github.sid4j.report.chart.Rows;
import io.github.sid4j.report.html.Element;
import io.github.sid4j.report.statistics.Interval;
import io.github.sid4j.report.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accuracies with what they cost, and their differences to the reference. */
final class AccuracySection {
  private static final List<Measure> ACCURACIES =
      List.of(Measure.TEST_BEST, Measure.TEST_LAST, Measure.VALIDATION);
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private AccuracySection() {}

  static List<Element> of(Comparison comparison) {
    List<Configuration> finished = comparison.finished();
    if (finished.isEmpty()) {
      return List.of();
    }
    List<Element> parts = new ArrayList<>(List.of(accuracies(comparison, finished)));
    List<Element> figures = new ArrayList<>();
    figures.add(accuracyFigure(comparison.lead(), finished));
    for (Comparison one : comparison.byNoise()) {
      if (one.finished().size() > 1) {
        parts.add(differences(one, one.finished()));
        figures.add(differenceFigure(one, one.finished()));
      }
    }
    parts.add(Figure.grid(figures));
    return parts;
  }

  private static Element accuracies(Comparison comparison, List<Configuration> finished) {
    DataTable table = new DataTable("Accuracy, time and memory of each configuration");
    table.column("Configuration", "").column("n", "");
    for (Measure measure : Measure.values()) {
      table.column(measure.heading(), measure.isAccuracy() ? "mean ± deviation" : "mean of a run");
    }
    for (Configuration one : finished) {
      table.row().name(named(comparison, one));
      int n = one.finished().size();
      table.number(n, Links.cell(one, Integer.toString(n), ""));
      for (Measure measure : Measure.values()) {
        Sample sample = one.sample(measure);
        String text = measure.isAccuracy() ? Texts.spread(sample) : measure.text(sample.mean());
        table.number(sample.mean(), Links.cell(one, text, ""));
      }
    }
    return table.element();
  }

  private static Element named(Comparison comparison, Configuration one) {
    Element name = Links.named(one);
    boolean marked =
        comparison.byNoise().stream()
            .anyMatch(part -> part.finished().size() > 1 && part.isReference(one));
    return marked ? name.add(Element.of("em", "reference")) : name;
  }

  private static Element differences(Comparison comparison, List<Configuration> finished) {
    DataTable table = new DataTable("Differences to the reference, paired by seed");
    table.column("Difference to " + comparison.reference().label(), comparison.labels());
    table.column("Pairs", "");
    ACCURACIES.forEach(measure -> table.column(measure.heading(), "points, 95 % interval"));
    for (Configuration one : others(comparison, finished)) {
      table.row().name(Links.named(one));
      int n = pairs(comparison, one, comparison.lead()).n();
      table.number(n, Links.cell(one, Integer.toString(n), ""));
      for (Measure measure : ACCURACIES) {
        Sample pairs = pairs(comparison, one, measure);
        String note =
            pairs.interval().map(Texts::points).orElse(pairs.n() == 1 ? "no interval" : "");
        table.number(pairs.mean(), Links.cell(one, Texts.points(pairs.mean()), note));
      }
    }
    return table.element();
  }

  private static List<Configuration> others(Comparison comparison, List<Configuration> finished) {
    return finished.stream().filter(one -> !comparison.isReference(one)).toList();
  }

  private static Sample pairs(Comparison comparison, Configuration one, Measure measure) {
    return Sample.ofDifferences(one.values(measure), comparison.reference().values(measure));
  }

  private static Element accuracyFigure(Measure lead, List<Configuration> finished) {
    Element chart =
        Rows.draw(
            "Accuracy of each configuration, with each run",
            "accuracy, %",
            finished.stream()
                .map(
                    one ->
                        row(
                            one,
                            one.sample(lead),
                            List.copyOf(one.values(lead).values()),
                            Texts::percent))
                .toList(),
            Optional.empty());
    return Figure.of(
        lead == Measure.VALIDATION ? "Validation accuracy" : "Test accuracy",
        "Pale: single runs. Bold: their mean, with its 95 % confidence interval.",
        chart);
  }

  private static Element differenceFigure(Comparison comparison, List<Configuration> finished) {
    Measure lead = comparison.lead();
    List<Rows.Row> rows = new ArrayList<>();
    for (Configuration one : others(comparison, finished)) {
      List<Double> single =
          Sample.differences(one.values(lead), comparison.reference().values(lead));
      rows.add(row(one, Sample.of(single), single, Texts::points));
    }
    Element chart =
        Rows.draw(
            "Difference of each configuration to the reference",
            "percentage points",
            rows,
            Optional.of(0.0));
    return Figure.of(
        "Difference to " + comparison.reference().label(),
        (comparison.labels().isEmpty() ? "" : "After " + comparison.labels() + ". ")
            + "Pale: pairs of runs with one seed. An arrow: the interval goes on.",
        chart);
  }

  private static Rows.Row row(
      Configuration one, Sample sample, List<Double> values, Function<Double, String> text) {
    Interval interval = sample.interval().orElse(NONE);
    return new Rows.Row(
        one.series(),
        one.label(),
        text.apply(sample.mean()),
        values.stream().map(value -> value * 100).toList(),
        sample.mean() * 100,
        interval.low() * 100,
        interval.high() * 100);
  }
}
