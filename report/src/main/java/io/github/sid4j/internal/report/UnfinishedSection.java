package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;
import java.util.Optional;

/** Runs without a result, and why they have none. */
final class UnfinishedSection {
  private UnfinishedSection() {}

  static Optional<Element> of(DatasetComparison comparison) {
    DataTable table = new DataTable("Runs without a result");
    table.column("Without a result", "").column("Seed", "").column("State", "").column("Why", "");
    int count = 0;
    for (SeedGroup one : comparison.configurations()) {
      for (ReportedRun run : without(one)) {
        count++;
        table
            .row()
            .name(Links.named(one))
            .number((double) run.entry().seed(), Links.cell(run, Long.toString(run.entry().seed())))
            .words(Links.cell(run, run.state().word()))
            .words(Links.cell(run, run.remark()).classed("reason"));
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(table.element());
  }

  private static List<ReportedRun> without(SeedGroup one) {
    return one.runs().stream().filter(run -> run.result().isEmpty()).toList();
  }
}
