package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.DataTable;
import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ModuleMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every module in numbers: in the epoch so far, and in the last one that is over. */
final class ModuleSection {
  private ModuleSection() {}

  static List<Element> of(WatchedRun run) {
    List<ModuleMetrics> last = run.lastEpoch().map(epoch -> epoch.modules()).orElse(List.of());
    List<Double> now = run.live().map(LiveStatus::accuracy).orElse(List.of());
    int count = Math.max(last.size(), now.size());
    if (count == 0) {
      return List.of();
    }
    DataTable table = new DataTable("Modules").column("module");
    if (!now.isEmpty()) {
      table.column("this epoch so far");
    }
    if (!last.isEmpty()) {
      table.column("training").column("validation").column("KL to target");
      table.column("KL to previous").column("loss above floor").column("regressed");
    }
    IntStream.range(run.everyModuleAnswers() ? 0 : count - 1, count)
        .forEach(
            i -> {
              table.row(Integer.toString(i + 1));
              if (!now.isEmpty()) {
                table.number(i < now.size() ? Texts.percent(now.get(i)) : Texts.NONE);
              }
              if (i < last.size()) {
                measured(table, last.get(i));
              }
            });
    List<Element> section = new ArrayList<>(List.of(table.element()));
    if (count > 1 && !run.everyModuleAnswers()) {
      String note = AnsweringModules.note(run.method().orElse(""));
      section.add(0, Element.of("p", Texts.sentence(note)).classed("note"));
    }
    return section;
  }

  private static void measured(DataTable table, ModuleMetrics module) {
    BeliefMetrics validation = module.validation();
    BeliefMetrics shown = validation == null ? module.train() : validation;
    table.number(Texts.percent(module.train().accuracy()));
    table.number(validation == null ? Texts.NONE : Texts.percent(validation.accuracy()));
    table.number(Texts.nats(shown.klTarget()));
    table.number(Texts.nats(shown.klPrevious()));
    table.number(Texts.nats(shown.lossAboveFloor()));
    table.number(shown.regressed() == null ? Texts.NONE : Texts.percent(shown.regressed()));
  }
}
