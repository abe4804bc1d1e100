package io.github.sid4j.cli;

import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.run.SuspectList.Suspect;
import io.github.sid4j.internal.run.SuspectList.SuspectBelief;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Suspects for people: those at the front, a line each. */
final class SuspectTable {
  private static final int SHOWN = 20;

  private SuspectTable() {}

  static List<String> lines(SuspectList list, boolean unicode) {
    if (list.suspects().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = list.suspects().stream().limit(SHOWN).map(SuspectTable::row).toList();
    List<String> lines =
        new ArrayList<>(
            new TextTable(
                    List.of(
                        "sample",
                        "label",
                        "believed",
                        "likely",
                        "score",
                        "label's belief by module"),
                    rows)
                .lines(unicode));
    int more = list.suspects().size() - rows.size();
    if (more > 0) {
      lines.add("and %s more".formatted(ConsoleTexts.count(more)));
    }
    lines.add("");
    return lines;
  }

  private static List<String> row(Suspect one) {
    return List.of(
        ConsoleTexts.printable(one.sample()),
        ConsoleTexts.printable(one.label()),
        ConsoleTexts.printable(one.suggested()),
        one.likely() ? "yes" : "",
        String.format(Locale.ROOT, "%.4f", one.score()),
        one.modules().stream().map(SuspectTable::percent).collect(Collectors.joining(" ")));
  }

  private static String percent(SuspectBelief module) {
    return String.format(Locale.ROOT, "%3.0f %%", 100 * module.label());
  }

  /** How well known noisy labels are found. */
  static List<String> noise(SuspectList list, int width) {
    SuspectList.FoundNoise noise = list.noise();
    return noise == null
        ? List.of()
        : ConsoleTexts.wrap(
            width,
            "",
            String.format(
                Locale.ROOT,
                "of %s known noisy labels %s are contradicted and %s likely; average precision %.3f,"
                    + " by the last module alone %.3f",
                ConsoleTexts.count(noise.changed()),
                ConsoleTexts.count(noise.contradicted()),
                ConsoleTexts.count(noise.likely()),
                noise.averagePrecision(),
                noise.lastModule()));
  }
}
