package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.settings.ChosenEpoch;
import java.util.ArrayList;
import java.util.List;

/** All that there is to see of a run, in sections that the page's script exchanges one by one. */
final class RunSections {
  private RunSections() {}

  /** For the browser's tab. */
  static String title(WatchedRun run) {
    return run.state() == WatchedRun.State.RUNNING
        ? Texts.number(100 * run.share(), 0) + " % · " + run.name()
        : run.name() + " · " + run.state().word();
  }

  static Element of(WatchedRun run) {
    Element main = Element.of("main").with("data-title", title(run));
    main.add(StatusSection.of(run).with("id", "head"));
    if (!run.problems().isEmpty()) {
      main.add(problems(run.problems()));
    }
    boolean last = run.settings().map(ChosenEpoch::isLast).orElse(false);
    run.result()
        .ifPresent(result -> section(main, "result", "Result", ResultSection.of(result, last)));
    section(main, "curves", "Curves by module", CurveSection.of(run));
    section(main, "modules", "Modules", ModuleSection.of(run));
    section(main, "samples", "What the modules believe", SampleSection.of(run));
    return main;
  }

  private static Element problems(List<String> lines) {
    Element list = Element.of("ul");
    lines.forEach(line -> list.add(Element.of("li", line)));
    return Element.of(
            "section", Element.of("p", "Some of the folder cannot be read at this moment:"), list)
        .classed("problems")
        .with("id", "problems");
  }

  private static void section(Element main, String id, String heading, List<Element> content) {
    if (!content.isEmpty()) {
      List<Element> all = new ArrayList<>();
      all.add(Element.of("h2", heading).with("id", id + "-heading"));
      all.addAll(content);
      main.add(
          Element.of("section").add(all).with("id", id).with("aria-labelledby", id + "-heading"));
    }
  }
}
