package io.github.sid4j.cli;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.settings.SettingTable;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.PrecisionChoice;
import io.github.sid4j.train.TrainingStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run begins with, in a few lines. */
final class StartReport {
  private StartReport() {}

  static List<String> lines(TrainingStart start, Settings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("run       " + start.runFolder());
    lines.addAll(
        Texts.wrap(
            "data      ",
            "%s: %s samples to train on%s, %s to validate, %s to test"
                .formatted(
                    start.dataset(),
                    Texts.count(start.trainSize()),
                    wrongLabels(start),
                    Texts.count(start.validationSize()),
                    Texts.count(start.testSize()))));
    for (DataFact fact : start.facts()) {
      lines.addAll(
          Texts.wrap(
              String.format(Locale.ROOT, "%-10s", fact.subject()), Texts.printable(fact.text())));
    }
    lines.addAll(
        Texts.wrap(
            "network   ",
            "%s: modules %s, parameters %s%s"
                .formatted(
                    start.network(),
                    start.modules(),
                    Texts.count(start.parameters()),
                    cuts(start.cuts()))));
    lines.add("precision " + precision(start.precision()));
    lines.addAll(Texts.wrap("settings  ", changed(settings) + "the rest in settings.yaml"));
    if (start.resumedFromEpoch() + start.resumedFromStep() > 0) {
      lines.add(
          "resumed   after epoch %s of %s and %s of %s steps"
              .formatted(
                  start.resumedFromEpoch(),
                  start.epochs(),
                  start.resumedFromStep(),
                  start.stepsPerEpoch()));
    }
    lines.add("");
    return lines;
  }

  private static String wrongLabels(TrainingStart start) {
    return start.wrongLabels() == 0
        ? ""
        : " (%s with a wrong label)".formatted(Texts.count(start.wrongLabels()));
  }

  private static String cuts(List<Integer> cuts) {
    return cuts.isEmpty()
        ? ""
        : cuts.stream().map(String::valueOf).collect(Collectors.joining(",", ", cuts ", ""));
  }

  private static String precision(PrecisionChoice choice) {
    String tried =
        choice.seconds().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                e ->
                    String.format(
                        Locale.ROOT, "%s %.1f ms", e.getKey().label(), e.getValue() * 1e3))
            .collect(Collectors.joining(", "));
    return choice.precision().label()
        + (tried.isEmpty() ? "" : " (tried on a small batch: %s)".formatted(tried));
  }

  private static String changed(Settings settings) {
    return SettingTable.all().stream()
        .filter(setting -> !settings.text(setting).equals(setting.defaultText()))
        .map(setting -> setting.name() + "=" + settings.text(setting) + "; ")
        .collect(Collectors.joining());
  }
}
