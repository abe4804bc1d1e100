package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.DataTable;
import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.RunResult;
import java.util.List;

/** The result of a finished run. */
final class ResultSection {
  private ResultSection() {}

  /** Shows it; {@code last} as in {@link ChosenEpoch}. */
  static List<Element> of(RunResult result, boolean last) {
    Element sentence =
        Element.of(
            "p", accuracy(result, last) + ", in " + Texts.duration(result.wallSeconds()) + ".");
    DataTable table = new DataTable("Modules on the test part");
    table.column("module").column("test accuracy").column("KL to target").column("KL to previous");
    for (ModuleResult module : AnsweringModules.of(result.method(), result.modules())) {
      table.row(Integer.toString(module.index()));
      table.number(Texts.percent(module.testAccuracy()));
      table.number(Texts.nats(module.klTarget())).number(Texts.nats(module.klPrevious()));
    }
    Element lead = Element.of("div", sentence).classed("lead");
    if (result.classification() != null) {
      lead.add(Element.of("p", scores(result.classification().best(), last)));
    }
    return List.of(lead, table.element());
  }

  private static String accuracy(RunResult result, boolean last) {
    return last
        ? "Test accuracy %s with the weights of the last epoch, %s"
            .formatted(percent(result.testAccuracy().last()), result.trainedEpochs())
        : "Test accuracy %s with the weights of epoch %s, the best on the validation part, and %s with those of the last"
            .formatted(
                percent(result.testAccuracy().best()),
                result.bestEpoch(),
                percent(result.testAccuracy().last()));
  }

  private static String scores(ClassificationScores scores, boolean last) {
    return "Balanced accuracy %s, macro F1 %s, log loss %s nats, AUC %s, with the weights of the %s."
        .formatted(
            percent(scores.balancedAccuracy()),
            percent(scores.macroF1()),
            number(scores.logLoss()),
            number(scores.auc()),
            ChosenEpoch.words(last));
  }

  private static String number(Double value) {
    return value == null ? Texts.NONE : Texts.nats(value);
  }

  private static String percent(Double fraction) {
    return fraction == null ? Texts.NONE : Texts.percent(fraction);
  }
}
