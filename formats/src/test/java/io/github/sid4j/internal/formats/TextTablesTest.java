package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.data.TextLoader;
import io.github.sid4j.internal.data.TextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same texts in all formats give the same tokens. */
class TextTablesTest {
  private static final int ROWS = 60;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message m { required binary text (UTF8); required int64 label; }");
  private static final String NAMES =
      "{\"info\": {\"features\": {\"label\": {\"names\": [\"no\", \"yes\"],"
          + " \"_type\": \"ClassLabel\"}}}}";

  @TempDir private Path dir;

  private static String text(int i) {
    return "this is the text of number " + i + (i % 2 == 0 ? " they say" : "");
  }

  private static String answer(int i) {
    return i % 2 == 0 ? "no" : "yes";
  }

  private static String lines(String form) {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> form.formatted(answer(i), text(i)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Path csv() throws IOException {
    return Files.writeString(dir.resolve("t.csv"), "label,text\n" + lines("%s,%s"));
  }

  private Path jsonLines() throws IOException {
    return Files.writeString(
        dir.resolve("t.jsonl"), lines("{\"label\": \"%s\", \"text\": \"%s\", \"many\": [1]}"));
  }

  private Path parquet() throws IOException {
    Path file = dir.resolve("data/train-00000-of-00001.parquet");
    Files.createDirectories(file.getParent());
    try (ParquetWriter<Group> writer = Fixtures.writer(file, SCHEMA, NAMES)) {
      for (int i = 0; i < ROWS; i++) {
        writer.write(new SimpleGroup(SCHEMA).append("text", text(i)).append("label", i % 2L));
      }
    }
    return file.getParent();
  }

  private static Dataset open(Path path) throws IOException {
    return Datasets.open(Fixtures.request("text", path, ReadingRules.DEFAULT));
  }

  private static boolean isText(Path path) throws IOException {
    return TextLoader.isText(Fixtures.request("jsonl", path, ReadingRules.DEFAULT));
  }

  @Test
  void textsAreTheSameFromEveryFormat() throws IOException {
    float[] expected = open(csv()).split(0.2, 1).train().values(5);
    for (Path path : List.of(jsonLines(), parquet())) {
      assertThat(isText(path)).as("%s", path).isTrue();
      Dataset texts = open(path);
      assertThat(texts.classNames()).containsExactly("no", "yes");
      assertThat(texts.split(0.2, 1).train().values(5)).isEqualTo(expected);
    }
    assertThat(open(jsonLines()).notes()).anyMatch(note -> note.endsWith("parts: many"));
  }

  @Test
  void aFileToClassifyMayHaveAnyFormat() throws IOException {
    TextEncoding encoding =
        (TextEncoding) open(csv()).split(0.2, 1).train().encoding().orElseThrow();
    TextReader reader = new TextReader(encoding, null);
    List<TextReader.Line> read = reader.table(jsonLines());
    assertThat(read).hasSize(ROWS).element(5).extracting(TextReader.Line::text).isEqualTo(text(5));
    assertThat(reader.table(parquet().resolve("train-00000-of-00001.parquet"))).hasSize(ROWS);
    for (String missing : List.of("none.jsonl", "none.parquet")) {
      assertThatThrownBy(() -> reader.table(dir.resolve(missing)))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void aTableWithOtherColumnsIsNoText() throws IOException {
    Path numbers = dir.resolve("n.jsonl");
    Files.writeString(numbers, lines("{\"label\": \"%s\", \"text\": \"%s\", \"size\": 3}"));
    assertThat(isText(numbers)).isFalse();
    Path without = Files.writeString(dir.resolve("w.jsonl"), "{\"label\": 1}\n{\"label\": 2}\n");
    assertThatThrownBy(() -> open(without))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a column of texts");
  }

  @Test
  void aByteOrderMarkIsPassedOverAndBrokenLinesAreNamed() throws IOException {
    Path marked = dir.resolve("bom.jsonl");
    Files.writeString(marked, "\uFEFF" + Files.readString(jsonLines()));
    assertThat(open(marked).split(0.2, 1).train().size()).isEqualTo(38);
    Path pretty = Files.writeString(dir.resolve("pretty.jsonl"), "{\n\"label\": 1\n}\n");
    assertThatThrownBy(() -> open(pretty))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 1: expected a JSON object on one line, found")
        .hasMessageNotContaining("Source");
  }

  @Test
  void imagesAreNoTexts() throws IOException {
    Path images = dir.resolve("i.parquet");
    Fixtures.parquet(images, 0, 8);
    assertThat(isText(images)).isFalse();
    assertThatThrownBy(() -> open(images))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a table");
  }
}
