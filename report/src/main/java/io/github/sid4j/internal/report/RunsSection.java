package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each number was made: settings, and the command that makes the run again. */
final class RunsSection {
  private RunsSection() {}

  static Element of(SeedGroup one) {
    Element card =
        Element.of("article")
            .with("id", one.id())
            .add(Element.of("h3", one.series().swatch(), Element.of("span", one.label())));
    if (!one.varying().isEmpty()) {
      card.add(settings(one.varying()).classed("varying"));
    }
    one.runs().forEach(run -> card.add(run(one, run)));
    all(one).ifPresent(card::add);
    return card;
  }

  private static Element settings(Map<String, String> values) {
    Element list = Element.of("dl");
    values.forEach(
        (name, value) ->
            list.add(
                Element.of(
                    "div",
                    Element.of("dt", name),
                    Element.of("dd", value.isEmpty() ? Texts.NONE : value))));
    return list;
  }

  private static Element run(SeedGroup one, ReportedRun run) {
    Element heading =
        Element.of("p", Element.of("strong", "Seed " + run.entry().seed()))
            .classed("run")
            .text(" " + facts(one, run));
    Element command =
        Element.of(
                "div",
                Element.of("code", run.entry().command()),
                Element.of("button", "Copy").with("type", "button").with("hidden", "hidden"))
            .classed("command");
    return Element.of("section", heading, command).with("id", run.id());
  }

  private static String facts(SeedGroup one, ReportedRun run) {
    List<String> facts = new ArrayList<>();
    if (run.result().isPresent()) {
      RunResult result = run.result().get();
      facts.add("test " + ComparedMeasure.TEST_BEST.text(ComparedMeasure.TEST_BEST.of(result)));
      facts.add(
          run.keepsLast()
              ? "weights of the last epoch, " + result.trainedEpochs()
              : "best epoch %s of %s".formatted(result.bestEpoch(), result.trainedEpochs()));
      facts.add(Texts.duration(result.wallSeconds()));
      facts.add(Texts.bytes((double) result.peakRssBytes()));
      if (!one.finished().contains(run)) {
        facts.add("another run of this seed, not in the numbers");
      }
    } else {
      facts.add(run.state().word() + ": " + run.remark());
    }
    run.entry().run().ifPresent(folder -> facts.add("in " + folder));
    return String.join(" · ", facts);
  }

  /** All settings, of a run that has them. */
  private static Optional<Element> all(SeedGroup one) {
    Optional<Settings> settings =
        one.runs().stream().flatMap(run -> run.settings().stream()).findFirst();
    return settings.map(
        values ->
            Element.of(
                "details",
                Element.of("summary", "All settings"),
                settings(shared(values)).classed("all")));
  }

  /** As others may see them: of the files that were read, the names without the folders above. */
  private static Map<String, String> shared(Settings values) {
    Map<String, String> texts = new LinkedHashMap<>(values.toMap());
    for (Setting<?> setting : SettingTable.all()) {
      Object value = values.get(setting);
      boolean read = setting != RunSetting.OUT;
      if (read && value instanceof Optional<?> given && given.orElse(null) instanceof Path path) {
        texts.put(setting.name(), String.valueOf(path.getFileName()));
      }
    }
    return texts;
  }
}
