package io.github.sid4j.calibrate;

import io.github.sid4j.model.ModelDescription;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.report.DataTable;
import io.github.sid4j.report.Looks;
import io.github.sid4j.report.chart.Axis;
import io.github.sid4j.report.chart.Figure;
import io.github.sid4j.report.chart.Legend;
import io.github.sid4j.report.chart.Plot;
import io.github.sid4j.report.chart.Series;
import io.github.sid4j.report.chart.Size;
import io.github.sid4j.report.chart.Stroke;
import io.github.sid4j.report.html.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A calibration to look at: accuracy against compute, and confidence against accuracy. */
final class CalibrationPage {
  private static final Series CONFIDENCE = new Series(0);
  private static final Series AGREEMENT = new Series(1);
  private static final Series DEPTHS = new Series(2);
  private static final Series BEFORE = new Series(1);
  private static final Series AFTER = new Series(0);

  /** Thresholds of no use, which stop almost all samples at once, would press the rest together. */
  private static final double SHOWN_LOSS = 0.2;

  private final ModelDescription model;
  private final Calibration calibration;

  private CalibrationPage(ModelDescription model, Calibration calibration) {
    this.model = model;
    this.calibration = calibration;
  }

  static String of(
      String run,
      ModelDescription model,
      Calibration calibration,
      DepthBeliefs raw,
      DepthBeliefs tempered) {
    CalibrationPage page = new CalibrationPage(model, calibration);
    Element main =
        Element.of(
            "main",
            page.head(run),
            section("Where it may stop", Figure.grid(List.of(page.exits(), page.depths()))),
            section("Module by module", page.table()),
            section("How sure, how right", Figure.grid(reliabilities(raw, tempered))));
    return Looks.page("Calibration of " + run, Element.of("body", main));
  }

  private static Element section(String heading, Element content) {
    return Element.of("section", Element.of("h2", heading), content);
  }

  private Element head(String run) {
    Element lead = Element.of("div").classed("lead");
    lead.add(Element.of("p", verdict()));
    if (calibration.test() != null) {
      lead.add(Element.of("p", onTest()));
    }
    Element facts = Element.of("dl").classed("facts");
    fact(facts, "Model", model.network() + " on " + model.dataset());
    fact(facts, "Wanted", calibration.wanted());
    fact(facts, "Chosen", calibration.exit().toString());
    fact(facts, "Validation", count(calibration.samples()) + " samples");
    if (calibration.test() != null) {
      fact(facts, "Test", count(calibration.test().samples()) + " samples, chosen by nothing");
    }
    fact(facts, "sid4j", calibration.version());
    return Element.of("header", Element.of("h1", "Calibration of " + run), lead, facts);
  }

  private static void fact(Element facts, String name, String value) {
    facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value)));
  }

  private String verdict() {
    Outcome full = calibration.full();
    Outcome chosen = calibration.chosen();
    if (chosen.rule().kind() == ExitRule.Kind.NEVER) {
      return "No rule to stop early reaches what was wanted for less than all modules.";
    }
    return "Stopping by %s, a sample goes through %.2f of %d modules on average and needs %s of the"
            .formatted(
                chosen.rule(),
                chosen.meanDepth(),
                calibration.modules().size(),
                percent(chosen.compute()))
        + " multiplications. On the validation part %s are right, with all modules %s."
            .formatted(percent(chosen.accuracy()), percent(full.accuracy()));
  }

  private String onTest() {
    Calibration.Test test = calibration.test();
    String time =
        calibration.time() == null
            ? ""
            : " Measured, it took %s of the time of all modules."
                .formatted(
                    percent(calibration.time().chosenSeconds() / calibration.time().fullSeconds()));
    return "On the test part %s are right, with all modules %s, for %s of the multiplications.%s"
        .formatted(
            percent(test.chosen().accuracy()),
            percent(test.full().accuracy()),
            percent(test.chosen().compute()),
            time);
  }

  /** Accuracy against compute, by rule. */
  private Element exits() {
    List<Outcome> confidence = shown(ExitRule.Kind.CONFIDENCE);
    List<Outcome> agreement = shown(ExitRule.Kind.AGREEMENT);
    List<Double> ups = new ArrayList<>();
    Stream.concat(confidence.stream(), agreement.stream())
        .forEach(outcome -> ups.add(100 * outcome.accuracy()));
    List<Double> depths = new ArrayList<>();
    calibration.modules().forEach(module -> depths.add(100 * module.accuracy()));
    depths.stream().filter(up -> up >= lowest()).forEach(ups::add);
    Plot plot =
        new Plot(
            "Accuracy by share of the multiplications",
            Axis.between("multiplications, % of all modules", 0, 100),
            Axis.percent("accuracy, %", ups));
    line(plot, CONFIDENCE, confidence);
    line(plot, AGREEMENT, agreement);
    for (Calibration.Module module : calibration.modules()) {
      if (100 * module.accuracy() >= lowest()) {
        plot.dot(
            DEPTHS,
            Size.POINT,
            100 * module.compute(),
            100 * module.accuracy(),
            "module %d for all: %s".formatted(module.index(), percent(module.accuracy())));
      }
    }
    Outcome chosen = calibration.chosen();
    Series series = chosen.rule().kind() == ExitRule.Kind.AGREEMENT ? AGREEMENT : CONFIDENCE;
    plot.dot(
        series,
        Size.BOLD,
        100 * chosen.compute(),
        100 * chosen.accuracy(),
        "chosen, %s: %s".formatted(chosen.rule(), percent(chosen.accuracy())));
    return Figure.of(
        "Accuracy against compute",
        "validation part; the large point is what was chosen",
        plot.element(),
        new Legend()
            .add(CONFIDENCE, Stroke.SOLID, "by confidence")
            .add(AGREEMENT, Stroke.SOLID, "by agreement of two modules")
            .add(DEPTHS, Stroke.DOTTED, "the same depth for all samples")
            .element());
  }

  private double lowest() {
    return 100 * (calibration.full().accuracy() - SHOWN_LOSS);
  }

  private List<Outcome> shown(ExitRule.Kind kind) {
    return calibration.curve().stream()
        .filter(outcome -> outcome.rule().kind() == kind)
        .filter(outcome -> 100 * outcome.accuracy() >= lowest())
        .sorted(Comparator.comparingDouble(Outcome::compute))
        .toList();
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
      List<Outcome> outcomes =
          calibration.curve().stream().filter(outcome -> outcome.rule().kind() == kind).toList();
      plot.line(
          kind == ExitRule.Kind.CONFIDENCE ? CONFIDENCE : AGREEMENT,
          Stroke.SOLID,
          outcomes.stream().map(outcome -> outcome.rule().threshold()).toList(),
          outcomes.stream().map(Outcome::meanDepth).toList(),
          kind.name().toLowerCase(Locale.ROOT));
    }
    return Figure.of(
        "How deep samples go",
        "validation part",
        plot.element(),
        new Legend()
            .add(CONFIDENCE, Stroke.SOLID, "by confidence")
            .add(AGREEMENT, Stroke.SOLID, "by agreement of two modules")
            .element());
  }

  private Element table() {
    DataTable table =
        new DataTable("Calibration by module")
            .column("module", "")
            .column("compute", "up to here")
            .column("accuracy", "validation")
            .column("ECE", "as trained")
            .column("temperature", "")
            .column("ECE", "at temperature");
    boolean test = calibration.test() != null;
    if (test) {
      table.column("ECE, test", "as trained").column("ECE, test", "at temperature");
    }
    for (Calibration.Module module : calibration.modules()) {
      table.row().name(Element.of("span", Integer.toString(module.index())));
      cell(table, module.compute(), percent(module.compute()));
      cell(table, module.accuracy(), percent(module.accuracy()));
      cell(table, module.ece(), percent(module.ece()));
      cell(table, module.temperature(), String.format(Locale.ROOT, "%.2f", module.temperature()));
      cell(table, module.eceTempered(), percent(module.eceTempered()));
      if (test) {
        double raw = calibration.test().ece().get(module.index() - 1);
        double tempered = calibration.test().eceTempered().get(module.index() - 1);
        cell(table, raw, percent(raw));
        cell(table, tempered, percent(tempered));
      }
    }
    return table.element();
  }

  private static void cell(DataTable table, double value, String text) {
    table.number(value, Element.of("span", text));
  }

  private static List<Element> reliabilities(DepthBeliefs raw, DepthBeliefs tempered) {
    List<Element> figures = new ArrayList<>();
    for (int i = 0; i < raw.depth(); i++) {
      Plot plot =
          new Plot(
              "Accuracy by confidence of module " + (i + 1),
              Axis.between("confidence, %", 0, 100),
              Axis.between("accuracy, %", 0, 100));
      plot.line(
          DEPTHS, Stroke.DOTTED, List.of(0.0, 100.0), List.of(0.0, 100.0), "as sure as right");
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
                  .add(DEPTHS, Stroke.DOTTED, "as sure as right")
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
              .formatted(count(bin.samples()), percent(bin.confidence()), percent(bin.accuracy())));
    }
    plot.line(series, Stroke.SOLID, across, up, "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
