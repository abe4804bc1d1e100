package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Samples that are not learned from and that nothing is chosen by, as a CSV file lists them. Those
 * of the test part stay in it, so that results before and after compare.
 */
public final class ExclusionList {
  private static final String SAMPLE = "sample";
  private static final String LABEL = "label";
  private static final String CONTENT = "content";

  private final Path file;
  private final Map<String, Listed> listed;

  private ExclusionList(Path file, Map<String, Listed> listed) {
    this.file = file;
    this.listed = listed;
  }

  /** A line of the file; {@code null} stands for what the file lacks. */
  private record Listed(long line, @Nullable String label, @Nullable String content) {}

  /**
   * Reads a list.
   *
   * @param file with a column {@code sample}; where it also has {@code label} or {@code content},
   *     these are held against the data
   * @return of at least one sample
   * @throws InputException if it is no such file
   * @throws IOException if it cannot be read
   */
  public static ExclusionList read(Path file) throws IOException {
    CsvTable table = CsvFile.read(file);
    int sample = table.header().indexOf(SAMPLE);
    if (sample < 0) {
      throw new InputException(
          file.toString(),
          "a CSV file with a column sample, as suspects.csv has one",
          "the columns " + CsvLoader.shortened(table.header()),
          "name that column sample");
    }
    int label = table.header().indexOf(LABEL);
    int content = table.header().indexOf(CONTENT);
    Map<String, Listed> listed = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      listed.put(
          row.cells().get(sample), new Listed(row.line(), cell(row, label), cell(row, content)));
    }
    return new ExclusionList(file, listed);
  }

  private static @Nullable String cell(CsvTable.Row row, int column) {
    return column < 0 || row.cells().get(column).isEmpty() ? null : row.cells().get(column);
  }

  /**
   * How many samples are listed.
   *
   * @return at least 1
   */
  public int size() {
    return listed.size();
  }

  /**
   * The parts without what is listed.
   *
   * @param data whose training and validation parts get shorter
   * @param classNames the name of class c at index c
   * @return with the same test part
   * @throws InputException if a listed sample is not in the data or has become another, or nothing
   *     is left to train on
   */
  public Splits without(Splits data, List<String> classNames) {
    Set<String> missing = new HashSet<>(listed.keySet());
    Examples train = left(data.train(), classNames, missing);
    Examples validation = left(data.validation(), classNames, missing);
    left(data.test(), classNames, missing);
    listed.forEach(
        (name, one) -> {
          if (missing.contains(name)) {
            throw stale(one, "a sample of the data", SimilarNames.visible(name));
          }
        });
    if (train.size() == 0) {
      throw new InputException(
          file.toString(), "a list that leaves samples to train on", "all of them", "shorten it");
    }
    return new Splits(train, validation, data.test());
  }

  private Examples left(Examples part, List<String> classNames, Set<String> missing) {
    int[] kept =
        IntStream.range(0, part.size())
            .filter(i -> !isListed(part.id(i), classNames.get(part.label(i)), missing))
            .toArray();
    return kept.length == part.size() ? part : new ChosenExamples(part, kept);
  }

  private boolean isListed(SampleId id, String label, Set<String> missing) {
    Listed one = listed.get(id.name());
    if (one == null) {
      return false;
    }
    missing.remove(id.name());
    if (one.label != null && !one.label.equals(label)) {
      String of = " as the label of " + SimilarNames.visible(id.name());
      throw stale(
          one,
          "the label that it has now, " + SimilarNames.visible(label) + ",",
          SimilarNames.visible(one.label) + of);
    }
    if (one.content != null && !one.content.equals(id.content())) {
      throw stale(
          one,
          "the row that stands at %s now".formatted(SimilarNames.visible(id.name())),
          "another one");
    }
    return true;
  }

  private InputException stale(Listed one, String expected, String found) {
    return new InputException(
        file + " line " + one.line,
        expected,
        found,
        "remove the line, or find the suspects of the data as it is now");
  }
}
