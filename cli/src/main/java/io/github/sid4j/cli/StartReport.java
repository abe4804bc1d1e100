package io.github.sid4j.cli;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.internal.settings.Recipe;
import io.github.sid4j.internal.settings.Recipes;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Course;
import io.github.sid4j.train.TrainingStart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run begins with, in a few lines. */
final class StartReport {
  private static final String REST = "the rest in settings.yaml";

  private StartReport() {}

  static List<String> lines(TrainingStart start, int width) {
    List<String> lines = new ArrayList<>();
    start.runFolder().ifPresent(folder -> lines.add("run       " + folder));
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "data      ",
            "%s: %s samples to train on%s, %s to validate, %s to test"
                .formatted(
                    start.data().name(),
                    ConsoleTexts.count(start.data().train()),
                    noisyLabels(start),
                    ConsoleTexts.count(start.data().validation()),
                    ConsoleTexts.count(start.data().test()))));
    for (DataFact fact : start.data().facts()) {
      lines.addAll(
          ConsoleTexts.wrap(
              width,
              String.format(Locale.ROOT, "%-10s", fact.subject()),
              ConsoleTexts.printable(fact.text())));
    }
    lines.addAll(
        ConsoleTexts.wrap(
            width,
            "network   ",
            "%s: modules %s, parameters %s%s"
                .formatted(
                    start.model().network(),
                    start.model().modules(),
                    ConsoleTexts.count(start.model().parameters()),
                    cuts(start.model().cuts()))));
    lines.addAll(ConsoleTexts.wrap(width, "training  ", course(start)));
    lines.addAll(ConsoleTexts.wrap(width, "precision ", precision(start.model().precision())));
    Optional<Recipe> recipe = Recipes.of(start.settings(), start.model().network());
    recipe.ifPresent(
        one -> lines.addAll(ConsoleTexts.wrap(width, "recipe    ", chosen(one, start.settings()))));
    lines.addAll(changed(start.settings(), recipe, width));
    if (start.resumed().isResumed()) {
      lines.add(
          "resumed   after epoch %s of %s and %s of %s steps"
              .formatted(
                  start.resumed().epochs(),
                  start.course().epochs(),
                  start.resumed().steps(),
                  start.course().stepsPerEpoch()));
    }
    if (start.course().epochsBefore() > 0) {
      lines.addAll(ConsoleTexts.wrap(width, "length    ", length(start)));
    }
    lines.add("");
    return lines;
  }

  private static String course(TrainingStart start) {
    Course course = start.course();
    String steps =
        "%s %s of %s %s, %s %s a step"
            .formatted(
                start.course().epochs(),
                start.course().epochs() == 1 ? "epoch" : "epochs",
                ConsoleTexts.count(start.course().stepsPerEpoch()),
                start.course().stepsPerEpoch() == 1 ? "step" : "steps",
                ConsoleTexts.count(course.batch()),
                course.batch() == 1 ? "sample" : "samples");
    String chosen =
        course.chosen().isEmpty()
            ? ""
            : " (%s by the number of training samples)"
                .formatted(String.join(" and ", course.chosen()));
    String leftOut =
        course.leftOut() == 0
            ? ""
            : "; batches are whole, so each epoch leaves out %s, others each time"
                .formatted(ConsoleTexts.count(course.leftOut()));
    return steps + chosen + leftOut;
  }

  private static String length(TrainingStart start) {
    String changed =
        "%s epochs instead of %s".formatted(start.course().epochs(), start.course().epochsBefore());
    return switch (start.settings().get(TrainingSetting.SCHEDULE)) {
      case "cosine", "triangular" ->
          changed
              + "; schedule %s follows the new length from here, so that the result is not that"
                  .formatted(start.settings().get(TrainingSetting.SCHEDULE))
              + " of a run that had this length from its beginning";
      case "steps" -> changed + "; schedule steps keeps its milestones";
      default -> changed;
    };
  }

  private static String noisyLabels(TrainingStart start) {
    return start.data().noisyLabels() == 0
        ? ""
        : " (%s with a noisy label)".formatted(ConsoleTexts.count(start.data().noisyLabels()));
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
        + switch (choice.reason()) {
          case NAMED -> "";
          case MEASURED -> " (tried on a small batch: %s)".formatted(tried);
          case REMEMBERED -> " (as found by an earlier run on this machine)";
          case NOT_NATIVE -> " (this processor has no instructions for bf16)";
          case UNTRIED -> " (bf16 could not be tried)";
        };
  }

  /** What the recipe chose, where nothing else was said. */
  private static String chosen(Recipe recipe, Settings settings) {
    return recipe.name()
        + " chose "
        + SettingTable.all().stream()
            .filter(setting -> isOf(recipe, setting, settings))
            .map(setting -> setting.name() + "=" + settings.text(setting))
            .collect(Collectors.joining("; "));
  }

  private static boolean isOf(Recipe recipe, Setting<?> setting, Settings settings) {
    return settings.text(setting).equals(recipe.texts().get(setting.name()));
  }

  /** In one line or, where they are many, in a line for each group. */
  private static List<String> changed(Settings settings, Optional<Recipe> recipe, int width) {
    Map<SettingGroup, String> groups =
        SettingTable.all().stream()
            .filter(setting -> !settings.text(setting).equals(setting.defaultText()))
            .filter(setting -> recipe.filter(one -> isOf(one, setting, settings)).isEmpty())
            .collect(
                Collectors.groupingBy(
                    Setting::group,
                    () -> new EnumMap<>(SettingGroup.class),
                    Collectors.mapping(
                        setting -> setting.name() + "=" + settings.text(setting) + "; ",
                        Collectors.joining())));
    String label = "settings  ";
    String all = String.join("", groups.values()) + REST;
    if (label.length() + all.length() <= Terminal.USUAL_WIDTH) {
      return ConsoleTexts.wrap(width, label, all);
    }
    List<String> lines = new ArrayList<>();
    for (String group : groups.values()) {
      lines.addAll(ConsoleTexts.wrap(width, label, group.stripTrailing()));
      label = " ".repeat(label.length());
    }
    lines.add(label + REST);
    return lines;
  }
}
