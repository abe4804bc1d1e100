package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Rows;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.report.statistics.Interval;
import io.github.sid4j.internal.report.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accuracies with what they cost, and their differences to the reference. */
final class AccuracySection {
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private AccuracySection() {}

  static List<Element> of(DatasetComparison comparison) {
    List<SeedGroup> finished = comparison.finished();
    if (finished.isEmpty()) {
      return List.of();
    }
    List<Element> parts = new ArrayList<>(List.of(accuracies(comparison, finished)));
    List<Element> figures = new ArrayList<>();
    if (!comparison.isOfOneRun()) {
      figures.add(accuracyFigure(comparison.lead(), finished));
    }
    for (DatasetComparison one : comparison.byNoise()) {
      if (one.finished().size() > 1) {
        parts.add(differences(one, one.finished()));
        figures.add(differenceFigure(one, one.finished()));
      }
    }
    if (!figures.isEmpty()) {
      parts.add(Figure.grid(figures));
    }
    return parts;
  }

  private static Element accuracies(DatasetComparison comparison, List<SeedGroup> finished) {
    DataTable table = new DataTable("Accuracy, time and memory of each configuration");
    boolean last = comparison.keepsLast();
    boolean several = !comparison.isOfOneRun();
    table.column("Configuration").column("Runs");
    for (ComparedMeasure measure : ComparedMeasure.all(last)) {
      String note = measure.isAccuracy() ? "mean ± deviation" : "mean of a run";
      table.column(measure.heading(last), several ? note : "");
    }
    for (SeedGroup one : finished) {
      table.row().name(named(comparison, one));
      int n = one.finished().size();
      table.number(n, Links.cell(one, Integer.toString(n), ""));
      for (ComparedMeasure measure : ComparedMeasure.all(last)) {
        Sample sample = one.sample(measure);
        String text =
            measure.isAccuracy() ? Texts.meanAndDeviation(sample) : measure.text(sample.mean());
        table.number(sample.mean(), Links.cell(one, text, ""));
      }
    }
    return table.element();
  }

  private static Element named(DatasetComparison comparison, SeedGroup one) {
    Element name = Links.named(one);
    boolean marked =
        comparison.byNoise().stream()
            .anyMatch(part -> part.finished().size() > 1 && part.isReference(one));
    return marked ? name.add(Element.of("em", "reference")) : name;
  }

  private static Element differences(DatasetComparison comparison, List<SeedGroup> finished) {
    DataTable table = new DataTable("Differences to the reference, paired by seed");
    table.column("Difference to " + comparison.reference().label(), comparison.labels());
    table.column("Pairs", "");
    boolean last = comparison.keepsLast();
    List<ComparedMeasure> accuracies =
        ComparedMeasure.all(last).stream().filter(ComparedMeasure::isAccuracy).toList();
    accuracies.forEach(measure -> table.column(measure.heading(last), "points, 95 % interval"));
    for (SeedGroup one : others(comparison, finished)) {
      table.row().name(Links.named(one));
      int n = pairs(comparison, one, comparison.lead()).n();
      table.number(n, Links.cell(one, Integer.toString(n), ""));
      for (ComparedMeasure measure : accuracies) {
        Sample pairs = pairs(comparison, one, measure);
        String note =
            pairs.interval().map(Texts::points).orElse(pairs.n() == 1 ? "no interval" : "");
        table.number(pairs.mean(), Links.cell(one, Texts.points(pairs.mean()), note));
      }
    }
    return table.element();
  }

  private static List<SeedGroup> others(DatasetComparison comparison, List<SeedGroup> finished) {
    return finished.stream().filter(one -> !comparison.isReference(one)).toList();
  }

  private static Sample pairs(
      DatasetComparison comparison, SeedGroup one, ComparedMeasure measure) {
    return Sample.ofDifferences(one.values(measure), comparison.reference().values(measure));
  }

  private static Element accuracyFigure(ComparedMeasure lead, List<SeedGroup> finished) {
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
        lead == ComparedMeasure.VALIDATION ? "Validation accuracy" : "Test accuracy",
        finished.stream().allMatch(one -> one.sample(lead).n() < 2)
            ? "A mark for each run."
            : "Pale: single runs. Bold: their mean, with its 95 % confidence interval.",
        chart);
  }

  private static Element differenceFigure(DatasetComparison comparison, List<SeedGroup> finished) {
    ComparedMeasure lead = comparison.lead();
    List<Rows.Row> rows = new ArrayList<>();
    for (SeedGroup one : others(comparison, finished)) {
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
            + "Pale: pairs of runs with one seed. An arrow: the interval continues.",
        chart);
  }

  private static Rows.Row row(
      SeedGroup one, Sample sample, List<Double> values, Function<Double, String> text) {
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
