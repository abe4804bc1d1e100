package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The answers on the test part, class by class, for a terminal. */
final class ClassTables {
  private static final int ROWS = 20;
  private static final int MISTAKES = 10;
  private static final int LETTERS = 20;

  /** From here on the largest class is far larger than the smallest. */
  private static final double UNEVEN = 1.5;

  private ClassTables() {}

  /**
   * All of it, but no more rows than can be read; {@code last} as in {@link ChosenEpoch}, {@code
   * width} is that of the terminal.
   */
  static List<String> lines(
      Classification classification, boolean last, boolean unicode, int width) {
    List<ClassResult> classes = classification.classes();
    List<String> lines = new ArrayList<>();
    List<Integer> shown = shown(classes);
    lines.addAll(table(classes, shown).lines(unicode));
    if (shown.size() < classes.size()) {
      lines.addAll(
          ConsoleTexts.wrap(
              width,
              "",
              "the %s of %s classes with the lowest F1; --json has all"
                  .formatted(shown.size(), classes.size())));
    }
    lines.add("");
    Optional<List<String>> matrix = matrix(classification, unicode);
    if (matrix.isPresent()) {
      lines.addAll(matrix.get());
      lines.add("");
    } else if (!classification.mistakes().isEmpty()) {
      lines.addAll(mistakes(classification.mistakes()).lines(unicode));
      lines.add("");
    }
    if (!last) {
      lines.addAll(ConsoleTexts.wrap(width, "best epoch: ", scores(classification.best())));
    }
    lines.addAll(ConsoleTexts.wrap(width, "last epoch: ", scores(classification.last())));
    return lines;
  }

  private static String scores(ClassificationScores scores) {
    return "balanced accuracy %s, macro F1 %s, log loss %s, AUC %s"
        .formatted(
            ConsoleTexts.percent(scores.balancedAccuracy()),
            ConsoleTexts.percent(scores.macroF1()),
            number(scores.logLoss()),
            number(scores.auc()));
  }

  private static String number(Double value) {
    return ConsoleTexts.nats(value == null ? Double.NaN : value);
  }

  /** Of many classes those that are answered worst, in order of their index. */
  private static List<Integer> shown(List<ClassResult> classes) {
    Comparator<Integer> worst =
        Comparator.comparing(
            i -> classes.get(i).f1(), Comparator.nullsLast(Comparator.naturalOrder()));
    return IntStream.range(0, classes.size()).boxed().sorted(worst).limit(ROWS).sorted().toList();
  }

  private static TextTable table(List<ClassResult> classes, List<Integer> shown) {
    return new TextTable(
        List.of("class", "#", "samples", "precision", "recall", "F1", "AUC"),
        shown.stream()
            .map(
                i -> {
                  ClassResult one = classes.get(i);
                  return List.of(
                      name(one.name()),
                      Integer.toString(i + 1),
                      ConsoleTexts.count(one.support()),
                      ConsoleTexts.percent(one.precision()),
                      ConsoleTexts.percent(one.recall()),
                      ConsoleTexts.percent(one.f1()),
                      number(one.auc()));
                })
            .toList());
  }

  /** The confusion matrix, if it is no wider than the terminal. */
  private static Optional<List<String>> matrix(Classification classification, boolean unicode) {
    List<List<Integer>> counts = classification.confusionMatrix();
    if (counts == null || counts.size() > ROWS) {
      return Optional.empty();
    }
    List<String> headings = new ArrayList<>(List.of("true class \\ taken for"));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      headings.add(Integer.toString(i + 1));
      List<String> row = new ArrayList<>();
      row.add(name(classification.classes().get(i).name()) + " " + (i + 1));
      counts.get(i).forEach(count -> row.add(Integer.toString(count)));
      rows.add(row);
    }
    List<String> lines = new TextTable(headings, rows).lines(unicode);
    return lines.stream().allMatch(line -> line.length() <= Terminal.USUAL_WIDTH)
        ? Optional.of(lines)
        : Optional.empty();
  }

  private static TextTable mistakes(List<Mistake> mistakes) {
    return new TextTable(
        List.of("true class", "taken for", "samples"),
        mistakes.stream()
            .limit(MISTAKES)
            .map(
                one ->
                    List.of(
                        name(one.trueClass()),
                        name(one.predictedClass()),
                        ConsoleTexts.count(one.count())))
            .toList());
  }

  /**
   * What accuracy alone does not show where classes are of different sizes.
   *
   * @param last as in {@link ChosenEpoch}
   * @param width of the terminal
   * @return empty where all classes have about as many samples
   */
  static List<String> uneven(Classification classification, boolean last, int width) {
    List<ClassResult> classes = classification.classes();
    int largest = classes.stream().mapToInt(ClassResult::support).max().orElse(0);
    int smallest = classes.stream().mapToInt(ClassResult::support).min().orElse(0);
    Optional<ClassResult> worst =
        classes.stream()
            .filter(one -> one.recall() != null)
            .min(Comparator.comparingDouble(ClassResult::recall));
    if (largest < UNEVEN * smallest || worst.isEmpty()) {
      return List.of();
    }
    long absent = classes.stream().filter(one -> one.support() == 0).count();
    String none =
        absent == 0
            ? ""
            : "; %s %s without a test sample".formatted(absent, absent == 1 ? "class" : "classes");
    return ConsoleTexts.wrap(
        width,
        "",
        String.format(
            Locale.ROOT,
            "balanced accuracy %s (%s), lowest recall %s of the %s samples of class %s%s",
            ConsoleTexts.percent(classification.best().balancedAccuracy()),
            ChosenEpoch.words(last),
            ConsoleTexts.percent(worst.get().recall()),
            ConsoleTexts.count(worst.get().support()),
            name(worst.get().name()),
            none));
  }

  /** Cut, so that a table stays as wide as the terminal. */
  private static String name(String name) {
    String printable = ConsoleTexts.printable(name);
    int count = printable.codePointCount(0, printable.length());
    return count <= LETTERS
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LETTERS - 3)) + "...";
  }
}
