package io.github.sid4j.internal.formats.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.formats.shard.Damage;
import io.github.sid4j.internal.formats.shard.Damages;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads files of JSON objects, one on a line, as a table: a column for each field that is text, a
 * number or a truth value somewhere; empty cells where a field is missing or null.
 */
public final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Damages damages;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Integer> nested = new LinkedHashMap<>();
  private final List<CsvTable.Row> rows = new ArrayList<>();
  private final boolean isOpen;
  private long before;

  private JsonLines(Damages damages, List<String> header) {
    this.damages = damages;
    this.isOpen = header == null;
    if (header != null) {
      header.forEach(name -> columns.put(name, columns.size()));
    }
  }

  /** A table, and what was left out of it. */
  public record Read(CsvTable table, List<String> nested) {}

  /**
   * Reads files one behind the other.
   *
   * @param files plain, or with gzip or Zstandard if they end in .gz or .zst
   * @param header the columns to read; null for all that are there
   * @param damages gets lines that are no objects
   * @throws InputException if there is no row, or memory cannot hold them
   * @throws IOException if a file cannot be read
   */
  public static Read read(List<Path> files, List<String> header, Damages damages)
      throws IOException {
    JsonLines lines = new JsonLines(damages, header);
    String where = files.get(0).toString();
    CellBudget budget = new CellBudget(where);
    for (Path file : files) {
      lines.add(file, budget);
    }
    if (lines.rows.isEmpty()) {
      throw new InputException(where, "a JSON object on each line", "none", "give the right file");
    }
    return new Read(lines.table(where), List.copyOf(lines.nested.keySet()));
  }

  private void add(Path file, CellBudget budget) throws IOException {
    long line = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new BudgetedInput(opened(file), budget), StandardCharsets.UTF_8.newDecoder()))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          add(line == 1 ? withoutMark(text) : text, file, line, budget);
        }
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      damages.shard(Damage.of(file + " behind line " + line, "lines of JSON in UTF-8", e));
    }
    before += line;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Without where in the parser's source it was, which is this line. */
  private static String reason(JsonProcessingException e) {
    return e instanceof JsonEOFException
        ? "one that does not end on it"
        : e.getOriginalMessage().replaceFirst(" \\((start marker|code) .*", "");
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(in) : in;
  }

  private void add(String text, Path file, long line, CellBudget budget) {
    JsonNode object;
    try {
      object = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      damages.sample(Damage.of(file + " line " + line, "a JSON object on one line", reason(e)));
      return;
    }
    if (!object.isObject()) {
      damages.sample(Damage.of(file + " line " + line, "a JSON object", "another value"));
      return;
    }
    String[] cells = new String[columns.size() + object.size()];
    Arrays.fill(cells, "");
    object.properties().forEach(field -> put(cells, field.getKey(), field.getValue()));
    List<String> row = List.of(Arrays.copyOf(cells, columns.size()));
    row.forEach(budget::add);
    rows.add(new CsvTable.Row(before + line, row));
  }

  private void put(String[] cells, String name, JsonNode value) {
    if (value.isContainerNode()) {
      nested.put(name, 0);
      return;
    }
    Integer column = columns.get(name);
    if (column == null && isOpen) {
      column = columns.size();
      columns.put(name, column);
    }
    if (column != null) {
      cells[column] = value.isNull() ? "" : value.asText();
    }
  }

  /** Rows from before a column was seen get an empty cell of it. */
  private CsvTable table(String where) {
    List<CsvTable.Row> whole = new ArrayList<>();
    for (CsvTable.Row row : rows) {
      List<String> cells = row.cells();
      if (cells.size() < columns.size()) {
        cells = new ArrayList<>(cells);
        while (cells.size() < columns.size()) {
          cells.add("");
        }
      }
      whole.add(new CsvTable.Row(row.line(), List.copyOf(cells)));
    }
    return new CsvTable(where, null, List.copyOf(columns.keySet()), whole);
  }
}
