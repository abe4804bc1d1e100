package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * How data without a test part of its own gets one, and which examples stay together in all parts.
 *
 * @param testFraction the share to set aside as test part, above 0 and below 1; which examples are
 *     taken depends on nothing but the data
 * @param folds into how many parts the data is dealt, of which one is the test part; 0 takes the
 *     share instead
 * @param fold which of them, from 0 on
 * @param groupPattern a regular expression for paths of images below the data's folder, with
 *     slashes; images with equal text in its first group, or in all of what it finds, stay together
 * @param groupColumn a column of tables; rows with equal cells in it stay together
 * @param timeColumn a column of tables; the latest rows are the test part, and those before them
 *     the validation part
 */
public record PartRules(
    double testFraction,
    int folds,
    int fold,
    Optional<String> groupPattern,
    Optional<String> groupColumn,
    Optional<String> timeColumn) {
  private static final int MOST_FOLDS = 100;
  private static final Set<String> TABLES = Set.of("csv", "text", "jsonl", "parquet");

  /**
   * Checks the rules.
   *
   * @throws InputException if the test fraction or the number of folds is out of range, or the
   *     pattern is none
   */
  public PartRules {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new InputException(
          "test fraction",
          "a share above 0 and below 1",
          Double.toString(testFraction),
          "correct it");
    }
    if (folds != 0 && (folds < 2 || folds > MOST_FOLDS || fold < 0 || fold >= folds)) {
      throw new InputException(
          "folds",
          "0, or 2 to " + MOST_FOLDS + " and one of them",
          folds + " and number " + fold,
          "correct it");
    }
    groupPattern.ifPresent(PartRules::compiled);
    timeColumn.ifPresent(
        column -> {
          if (folds > 0 || groupColumn.isPresent()) {
            throw InputException.ofSetting(
                "time-column",
                "neither folds nor a group-column beside it",
                folds > 0 ? "folds " + folds : "group-column " + groupColumn.orElseThrow(),
                "leave out one of them");
          }
        });
  }

  /**
   * Rules without columns.
   *
   * @param testFraction as above
   * @param folds as above
   * @param fold as above
   * @param groupPattern as above
   * @throws InputException as above
   */
  public PartRules(double testFraction, int folds, int fold, Optional<String> groupPattern) {
    this(testFraction, folds, fold, groupPattern, Optional.empty(), Optional.empty());
  }

  /**
   * Rules with a share alone.
   *
   * @param testFraction as above
   * @return without folds and groups
   */
  public static PartRules share(double testFraction) {
    return new PartRules(testFraction, 0, 0, Optional.empty());
  }

  /** The columns that say to which parts rows go, and are no inputs. */
  List<String> columns() {
    return Stream.of(groupColumn, timeColumn).flatMap(Optional::stream).toList();
  }

  /**
   * Refuses columns where there is no table.
   *
   * @param found what there is instead
   */
  public void checkNoColumns(String found) {
    String expected = "a table: CSV, JSON lines or Parquet without images";
    String setting = groupColumn.isPresent() ? "group-column" : "time-column";
    if (!columns().isEmpty()) {
      throw InputException.ofSetting(setting, expected, found, "leave it out");
    }
  }

  /** Refuses rules that have no meaning for a data set. */
  public void checkFor(String dataset) {
    boolean images = dataset.equals("folder");
    if (groupPattern.isPresent() && !images) {
      throw InputException.ofSetting("group-pattern", "dataset folder", dataset, "leave it out");
    }
    if (!TABLES.contains(dataset)) {
      checkNoColumns("dataset " + dataset);
    }
    if (folds > 0 && DatasetInfo.isPublished(dataset)) {
      throw InputException.ofSetting(
          "folds", "your own data without a test part", dataset, "set it to 0");
    }
  }

  /** The pattern ready to use. */
  public Optional<Pattern> pattern() {
    return groupPattern.map(PartRules::compiled);
  }

  private static Pattern compiled(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw InputException.ofSetting(
          "group-pattern",
          "group-pattern",
          "a regular expression",
          "%s (%s)".formatted(text, e.getDescription()),
          "correct it",
          e);
    }
  }
}
