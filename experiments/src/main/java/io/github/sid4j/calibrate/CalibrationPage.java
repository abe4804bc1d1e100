package io.github.sid4j.calibrate;

import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.report.DataTable;
import io.github.sid4j.internal.report.Looks;
import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A calibration to look at: accuracy against compute, and confidence against accuracy. */
final class CalibrationPage {
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
            section("Where it may stop", Figure.grid(ExitFigures.of(calibration))),
            section("Module by module", page.table()).add(page.reasons()),
            section("How sure, how right", Figure.grid(page.reliability(raw, tempered))));
    return Looks.page("Calibration of " + run, Element.of("body", main));
  }

  /** Of the modules that answer. */
  private List<Element> reliability(DepthBeliefs raw, DepthBeliefs tempered) {
    List<Element> all = ReliabilityFigures.of(raw, tempered);
    return all.subList(all.size() - calibration.answering().size(), all.size());
  }

  private static Element section(String heading, Element content) {
    return Element.of("section", Element.of("h2", heading), content);
  }

  private Element head(String run) {
    Element lead = Element.of("div").classed("lead");
    lead.add(Element.of("p", verdict()));
    if (calibration.test() != null) {
      lead.add(Element.of("p", onTest(calibration.test())));
    }
    Element facts = Element.of("dl").classed("facts");
    fact(facts, "Model", model.network() + " on " + model.dataset());
    fact(facts, "Wanted", calibration.wanted());
    fact(facts, "Chosen", calibration.exit().toString());
    fact(facts, "Why", why());
    fact(facts, "Validation", count(calibration.samples()) + " samples");
    if (calibration.test() != null) {
      fact(facts, "Test", count(calibration.test().samples()) + " samples, chosen by nothing");
    }
    if (calibration.noneOfThese() != null) {
      fact(facts, "None of these", noneOfThese(calibration.noneOfThese()));
    }
    if (calibration.jointReadout() != null) {
      fact(facts, "All beliefs together", together(calibration.jointReadout()));
    }
    fact(facts, "sid4j", calibration.version());
    return Element.of("header", Element.of("h1", "Calibration of " + run), lead, facts);
  }

  private static String noneOfThese(Calibration.NoneOfThese one) {
    String known =
        "below probability %s; refused %s of the validation part"
            .formatted(Texts.number(one.threshold(), 3), percent(one.refused()));
    String unknown =
        one.unknown() == null
            ? ""
            : ", %s of %s samples of unknown classes, AUROC %s"
                .formatted(
                    percent(one.unknown().refused()),
                    count(one.unknown().samples()),
                    Texts.number(one.unknown().auroc(), 3));
    String tested =
        one.refusedTest() == null
            ? ""
            : ", %s of the test part".formatted(percent(one.refusedTest()));
    return known + tested + unknown;
  }

  private static String together(Calibration.JointReadout joint) {
    return String.format(
            Locale.ROOT, "a gain of %.4f +- %.4f nats", joint.gain(), joint.standardError())
        + " over the last module, accuracy %s on held-out samples; measured, not used"
            .formatted(percent(joint.accuracy()));
  }

  private static void fact(Element facts, String name, String value) {
    facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value)));
  }

  private String verdict() {
    Outcome full = calibration.full();
    Outcome chosen = calibration.chosen();
    if (chosen.rule().kind() == ExitRule.Kind.NEVER) {
      return "All modules are computed: " + why() + ".";
    }
    return String.format(
            Locale.ROOT,
            "Stopping by %s, a sample goes through %.2f of %d modules on average and needs %s of the",
            chosen.rule(),
            chosen.meanDepth(),
            calibration.modules().size(),
            percent(chosen.compute()))
        + " multiplications. On the validation part %s are right, with all modules %s."
            .formatted(percent(chosen.accuracy()), percent(full.accuracy()));
  }

  /** Only files of earlier versions lack it, and a page is made of a new calibration. */
  private String why() {
    return Objects.requireNonNull(calibration.decision()).reason();
  }

  private String onTest(Calibration.Test test) {
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

  private Element table() {
    DataTable table =
        new DataTable("Calibration by module")
            .column("module")
            .column("compute", "up to here")
            .column("accuracy", "validation")
            .column("ECE", "as trained")
            .column("temperature")
            .column("ECE", "at temperature")
            .column("gain", "held out, nats");
    Calibration.Test test = calibration.test();
    if (test != null) {
      table.column("ECE, test", "as trained").column("ECE, test", "at temperature");
    }
    for (Calibration.Module module : calibration.answering()) {
      table.row(Integer.toString(module.index()));
      table.number(module.compute(), percent(module.compute()));
      table.number(module.accuracy(), percent(module.accuracy()));
      table.number(module.ece(), percent(module.ece()));
      table.number(module.temperature(), String.format(Locale.ROOT, "%.2f", module.temperature()));
      table.number(module.eceTempered(), percent(module.eceTempered()));
      gain(table, fit(module));
      if (test != null) {
        double raw = test.ece().get(module.index() - 1);
        double tempered = test.eceTempered().get(module.index() - 1);
        table.number(raw, percent(raw));
        table.number(tempered, percent(tempered));
      }
    }
    return table.element();
  }

  /** As {@link #why}. */
  private static Calibration.Fit fit(Calibration.Module module) {
    return Objects.requireNonNull(module.fit());
  }

  private static void gain(DataTable table, Calibration.Fit fit) {
    if (fit.gain() == null || fit.standardError() == null) {
      table.number("-");
    } else {
      table.number(
          fit.gain(),
          String.format(Locale.ROOT, "%.4f \u00b1 %.4f", fit.gain(), fit.standardError()));
    }
  }

  /** Why each temperature is what it is, modules of one reason together. */
  private Element reasons() {
    Map<String, List<String>> modules = new LinkedHashMap<>();
    for (Calibration.Module module : calibration.answering()) {
      modules
          .computeIfAbsent(fit(module).reason(), reason -> new ArrayList<>())
          .add(Integer.toString(module.index()));
    }
    Element list = Element.of("ul");
    modules.forEach(
        (reason, of) ->
            list.add(Element.of("li", "module " + String.join(", ", of) + ": " + reason)));
    return list;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
