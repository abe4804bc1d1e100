package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Matrix;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.report.statistics.Sample;
import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.Mistake;
import io.github.sid4j.run.RunResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of the samples of each class, and which classes are taken for which. */
final class ClassSection {
  private static final int MISTAKES = 10;

  private ClassSection() {}

  /** Scores over all classes, of all configurations that have some. */
  static Element scores(DatasetComparison comparison) {
    DataTable table = new DataTable("Scores over all classes of each configuration");
    table.column(
        "Configuration", "test part, weights of the " + ChosenEpoch.words(comparison.keepsLast()));
    for (String heading : List.of("Balanced accuracy", "Macro F1", "Log loss", "AUC")) {
      table.column(heading, heading.equals("Log loss") ? "nats" : "");
    }
    for (SeedGroup one : comparison.finished()) {
      if (classifications(one).findAny().isPresent()) {
        table.row().name(Links.named(one));
        percent(table, one, ClassificationScores::balancedAccuracy);
        percent(table, one, ClassificationScores::macroF1);
        plain(table, one, ClassificationScores::logLoss);
        plain(table, one, ClassificationScores::auc);
      }
    }
    return table.element();
  }

  private static void percent(
      DataTable table, SeedGroup one, Function<ClassificationScores, Double> score) {
    Sample sample = sample(one, score);
    table.number(sample.mean(), Links.cell(one, Texts.meanAndDeviation(sample), ""));
  }

  private static void plain(
      DataTable table, SeedGroup one, Function<ClassificationScores, Double> score) {
    Sample sample = sample(one, score);
    table.number(sample.mean(), Links.cell(one, Texts.nats(sample.mean()), ""));
  }

  private static Sample sample(SeedGroup one, Function<ClassificationScores, Double> score) {
    return Sample.of(
        classifications(one).map(it -> score.apply(it.best())).filter(Objects::nonNull).toList());
  }

  private static Stream<Classification> classifications(SeedGroup one) {
    return one.finished().stream()
        .flatMap(run -> run.result().stream())
        .map(RunResult::classification)
        .filter(Objects::nonNull);
  }

  /** The classes of a configuration's first run that has them. */
  static Optional<Element> of(SeedGroup one) {
    return one.finished().stream()
        .filter(run -> run.result().map(RunResult::classification).isPresent())
        .findFirst()
        .map(run -> classes(run, run.result().orElseThrow().classification()));
  }

  private static Element classes(ReportedRun run, Classification classification) {
    String of =
        "Seed %s, on the test part, with the weights of the %s."
            .formatted(run.entry().seed(), ChosenEpoch.words(run.keepsLast()));
    Element part = Element.of("div", Element.of("p", of).classed("note"));
    if (classification.confusionMatrix() != null) {
      part.add(matrix(classification));
    }
    part.add(table(classification.classes()));
    if (!classification.mistakes().isEmpty()) {
      part.add(mistakes(classification.mistakes()));
    }
    return part;
  }

  private static Element matrix(Classification classification) {
    Element drawing =
        Matrix.draw(
            "Confusion matrix",
            classification.classes().stream().map(ClassResult::name).toList(),
            classification.confusionMatrix());
    return Figure.of(
            "Confusion matrix",
            "A row for each true class, a column for each class that was answered, in the order of"
                + " the table. The stronger the colour, the larger the share of the row.",
            drawing)
        .classed("matrix");
  }

  private static Element table(List<ClassResult> classes) {
    DataTable table = new DataTable("Precision, recall and F1 of each class");
    table.column("Class").column("#").column("Samples").column("Answered");
    table.column("Precision").column("Recall").column("F1").column("AUC", "against the rest");
    for (int i = 0; i < classes.size(); i++) {
      ClassResult one = classes.get(i);
      table.row(one.name()).number(i + 1.0, Integer.toString(i + 1));
      table.number((double) one.support(), Texts.number(one.support(), 0));
      table.number((double) one.predicted(), Texts.number(one.predicted(), 0));
      percent(table, one.precision());
      percent(table, one.recall());
      percent(table, one.f1());
      double auc = known(one.auc());
      table.number(auc, Texts.nats(auc));
    }
    return table.element();
  }

  private static void percent(DataTable table, Double share) {
    table.number(known(share), Texts.percent(known(share)));
  }

  /** What has no value is shown as a dash. */
  private static double known(Double value) {
    return value == null ? Double.NaN : value;
  }

  private static Element mistakes(List<Mistake> mistakes) {
    DataTable table = new DataTable("The most frequent mistakes");
    table.column("Most frequent mistakes", "true class").column("Taken for").column("Samples");
    mistakes.stream()
        .limit(MISTAKES)
        .forEach(
            one ->
                table
                    .row(one.trueClass())
                    .words(Element.of("span", one.predictedClass()))
                    .number((double) one.count(), Texts.number(one.count(), 0)));
    return table.element();
  }
}
