package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.InputProbe;
import java.util.List;

/** What each of several inputs is worth to each module. */
final class InputTable {
  private InputTable() {}

  static List<Element> of(ProbeResult probe) {
    DataTable table = new DataTable("What inputs are worth").column("Input");
    probe.modules().forEach(module -> table.column("Module " + module.index()));
    for (InputProbe input : probe.inputs()) {
      row(table, "without " + input.name(), input.without());
      row(table, input.name() + " alone", input.alone());
    }
    String note =
        "Accuracy of each module where samples lack an input, and where they have it alone. A module"
            + " whose input is missing hands on the belief before.";
    return List.of(Element.of("p", note), table.element());
  }

  private static void row(DataTable table, String name, List<Double> accuracies) {
    table.row(name);
    accuracies.forEach(accuracy -> table.number(accuracy, Texts.percent(accuracy)));
  }
}
