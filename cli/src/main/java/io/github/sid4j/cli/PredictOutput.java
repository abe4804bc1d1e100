package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.data.InputRow;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.predict.Prediction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * The file of {@code sid predict --output}: the columns of the input, and behind them what the
 * model says. What is no row of a table has the columns {@code source} and {@code line}.
 */
final class PredictOutput {
  private static final String FLAG = "--output";
  private static final String PREDICTION = "prediction";
  private static final String PROBABILITY = "probability";

  private final Path file;
  private final boolean json;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  private PredictOutput(Path file, boolean json) {
    this.file = file;
    this.json = json;
  }

  /**
   * A file to write.
   *
   * @param overwrite whether it may replace one
   * @throws InputException if its name does not say what it is to be, or it cannot be written
   */
  static PredictOutput to(Path file, boolean overwrite) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".jsonl")) {
      throw new InputException(
          FLAG, "a name that ends in .csv or .jsonl", file.toString(), "correct it");
    }
    NewFile.check(file, overwrite);
    return new PredictOutput(file, name.endsWith(".jsonl"));
  }

  /**
   * Takes note of an answer.
   *
   * @throws InputException if the input has a column of the answer's name
   */
  void add(PredictItem item, Prediction prediction) {
    Map<String, Object> row = new LinkedHashMap<>();
    InputRow read = item.row();
    if (read == null) {
      row.put("source", item.source());
      if (item.line() != null) {
        row.put("line", item.line());
      }
    } else {
      for (int i = 0; i < read.names().size(); i++) {
        row.put(read.names().get(i), read.cells().get(i));
      }
    }
    boolean taken = row.containsKey(PREDICTION) || row.containsKey(PROBABILITY);
    if (taken) {
      throw new InputException(
          item.source() + " header",
          "no columns " + PREDICTION + " and " + PROBABILITY + ", which " + FLAG + " adds",
          "one of them",
          "rename it");
    }
    row.put(PREDICTION, prediction.isNoneOfThese() ? "" : prediction.best().name());
    row.put(PROBABILITY, prediction.best().probability());
    rows.add(row);
  }

  /** Writes the whole file, or nothing. */
  void write() throws IOException {
    String text =
        json
            ? rows.stream().map(row -> RunJson.line(row) + "\n").collect(Collectors.joining())
            : csv();
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String csv() {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    // Files with other columns may follow each other.
    names.remove(PREDICTION);
    names.remove(PROBABILITY);
    names.add(PREDICTION);
    names.add(PROBABILITY);
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    StringBuilder text = new StringBuilder(format.format(names.toArray())).append('\n');
    for (Map<String, Object> row : rows) {
      // A missing cell has no quotes, also as the first one of a line.
      Object[] cells = names.stream().map(row::get).map(c -> "".equals(c) ? null : c).toArray();
      text.append(format.format(cells)).append('\n');
    }
    return text.toString();
  }
}
