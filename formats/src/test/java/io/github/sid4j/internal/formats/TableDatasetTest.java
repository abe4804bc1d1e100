package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.RecognizedDataset;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TableReader;
import io.github.sid4j.internal.data.TableRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same table in all formats gives the same numbers. */
class TableDatasetTest {
  private static final int ROWS = 60;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message m { required double size; optional binary town (UTF8); optional int32 age;"
              + " required int64 label; repeated int32 many; }");
  private static final String NAMES =
      "{\"info\": {\"features\": {\"label\": {\"names\": [\"no\", \"yes\"],"
          + " \"_type\": \"ClassLabel\"}}}}";

  @TempDir private Path dir;

  private static double size(int i) {
    return i * 0.25 - 3;
  }

  private static String town(int i) {
    return i % 3 == 0 ? "Rome" : i % 3 == 1 ? "Oslo" : "";
  }

  private static String answer(int i) {
    return i % 2 == 0 ? "no" : "yes";
  }

  private String jsonLines() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "{\"size\": %s, %s\"age\": %s, \"label\": \"%s\", \"many\": [1]}",
                    size(i),
                    town(i).isEmpty() ? "" : "\"town\": \"" + town(i) + "\", ",
                    i % 5 == 0 ? "null" : Integer.toString(i),
                    answer(i)))
        .collect(Collectors.joining("\n"));
  }

  private float[] expected(int row) throws IOException {
    Path csv = dir.resolve("csv/t.csv");
    Files.createDirectories(csv.getParent());
    Files.writeString(
        csv,
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> "%s,%s,%s,%s".formatted(size(i), town(i), i % 5 == 0 ? "" : i, answer(i)))
            .collect(Collectors.joining("\n", "size,town,age,label\n", "\n")));
    return split(open("csv", csv)).train().values(row);
  }

  private static Dataset open(String name, Path path) throws IOException {
    return Datasets.open(Fixtures.request(name, path, ReadingRules.DEFAULT));
  }

  private static Splits split(Dataset dataset) {
    return dataset.split(0.2, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.jsonl", "t.jsonl.gz", "t.jsonl.zst"})
  void linesOfJsonAreATable(String name) throws IOException {
    Path file = dir.resolve(name);
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".gz")
                ? new GZIPOutputStream(plain)
                : name.endsWith(".zst") ? new ZstdOutputStream(plain) : plain) {
      out.write(jsonLines().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(RecognizedDataset.of(file)).isEqualTo("jsonl");
    Dataset dataset = open("jsonl", file);
    assertThat(dataset.classNames()).containsExactly("no", "yes");
    assertThat(split(dataset).train().values(5)).isEqualTo(expected(5));
    assertThat(dataset.notes()).anyMatch(note -> note.contains("lists or have parts: many"));
  }

  @Test
  void parquetWithoutImagesIsATable() throws IOException {
    Path file = dir.resolve("t.parquet");
    try (ParquetWriter<Group> writer = Fixtures.writer(file, SCHEMA, NAMES)) {
      for (int i = 0; i < ROWS; i++) {
        SimpleGroup row = new SimpleGroup(SCHEMA);
        row.append("size", size(i));
        if (!town(i).isEmpty()) {
          row.append("town", town(i));
        }
        if (i % 5 > 0) {
          row.append("age", i);
        }
        row.append("label", (long) (i % 2));
        writer.write(row);
      }
    }
    Dataset dataset = open("parquet", file);
    assertThat(dataset.classNames()).containsExactly("no", "yes");
    assertThat(split(dataset).train().values(5)).isEqualTo(expected(5));
    assertThat(dataset.notes()).anyMatch(note -> note.contains("lists or have parts: many"));
  }

  @Test
  void filesToClassifyMayHaveAnotherFormatThanTheTrainingFile() throws IOException {
    float[] first = expected(0);
    Path csv = dir.resolve("csv/t.csv");
    Path lines = Files.writeString(dir.resolve("t.jsonl"), jsonLines());
    TableEncoding encoding =
        (TableEncoding) split(open("csv", csv)).train().encoding().orElseThrow();
    TableReader reader = new TableReader(encoding, TableChoices.NONE);
    List<float[]> fromCsv = values(reader.read(csv));
    assertThat(values(reader.read(lines)).toArray(float[][]::new))
        .isDeepEqualTo(fromCsv.toArray(float[][]::new));
    assertThat(fromCsv).hasSize(ROWS).anyMatch(row -> Arrays.equals(row, first));
  }

  private static List<float[]> values(TableRows rows) {
    return rows.rows().stream().map(TableRows.Row::values).toList();
  }

  @Test
  void aLineThatIsNoObjectIsNamedOrCounted() throws IOException {
    Path file = dir.resolve("t.jsonl");
    Files.writeString(file, jsonLines() + "\n[1, 2]\n{\"size\": \n");
    assertThatThrownBy(() -> open("jsonl", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.jsonl line 61: expected a JSON object, found another value");
    Dataset dataset = Datasets.open(Fixtures.request("jsonl", file, new ReadingRules(0, 1, true)));
    assertThat(dataset.notes()).anyMatch(note -> note.contains("2 samples, 0 shards"));
  }
}
