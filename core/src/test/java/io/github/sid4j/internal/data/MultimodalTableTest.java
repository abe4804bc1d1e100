package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.testkit.Parcels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultimodalTableTest {
  @TempDir private Path temp;

  private static Dataset open(Path file, Map<String, ColumnUse> uses) throws IOException {
    CsvOptions plain = CsvOptions.of("label");
    CsvOptions options =
        new CsvOptions("label", true, List.of(), uses, plain.choices(), plain.rules());
    return Datasets.open(
        new DatasetRequest(
            "csv",
            file,
            options,
            PartRules.share(0.2),
            0,
            ImageRules.DEFAULT,
            ReadingRules.DEFAULT));
  }

  private static MultimodalEncoding encoding(Examples examples) {
    return (MultimodalEncoding) examples.encoding().orElseThrow();
  }

  @Test
  void columnsBecomeInputsFromTheCheapestOn() throws IOException {
    Dataset dataset = open(Parcels.write(temp), Map.of());
    Splits splits = dataset.split(0.2, 1);
    MultimodalEncoding encoding = encoding(splits.train());
    assertThat(encoding.inputs())
        .extracting(MultimodalEncoding.Input::name)
        .containsExactly("table", "note", "photo");
    assertThat(encoding.inputs().get(2).encoding().shape())
        .containsExactly(1, Parcels.SIDE, Parcels.SIDE);
    assertThat(encoding.inputs().get(0).width()).isEqualTo(3);
    assertThat(encoding.shape())
        .containsExactly(3 + 3 + encoding.inputs().get(1).width() + Parcels.SIDE * Parcels.SIDE);
    assertThat(dataset.facts().toString())
        .contains("photo, in 216 of 240 rows")
        .contains("note, in 160 of 240 rows");
    assertThat(splits.train().id(0).name()).startsWith("parcels.csv:");
  }

  @Test
  void aSampleSaysWhichInputsItHas() throws IOException {
    Examples train = open(Parcels.write(temp), Map.of()).split(0.2, 1).train();
    MultimodalEncoding encoding = encoding(train);
    int[] offsets = encoding.offsets();
    TextEncoding texts = encoding.texts().orElseThrow();
    int lacking = 0;
    for (int i = 0; i < train.size(); i++) {
      int row = Integer.parseInt(train.id(i).name().split(":", -1)[1]) - 2;
      float[] values = train.values(i);
      assertThat(values[offsets[0]]).isEqualTo(1);
      assertThat(values[offsets[1]]).isEqualTo(row % 3 == 0 ? 0 : 1);
      assertThat(values[offsets[2]]).isEqualTo(row % 10 == 3 ? 0 : 1);
      float[] photo = Arrays.copyOfRange(values, offsets[2] + 1, values.length);
      float[] note = Arrays.copyOfRange(values, offsets[1] + 1, offsets[2]);
      if (row % 10 == 3) {
        assertThat(photo).containsOnly(0);
        assertThat(train.png(i)).isEmpty();
        lacking++;
      } else {
        assertThat(photo).doesNotContain(0);
        assertThat(train.png(i)).isPresent();
      }
      if (row % 3 == 0) {
        assertThat(note).containsOnly(texts.tokens());
      }
    }
    assertThat(lacking).isPositive();
  }

  @Test
  void statisticsAreThoseOfTheRowsThatHaveTheInput() throws IOException {
    Examples train = open(Parcels.write(temp), Map.of()).split(0.2, 1).train();
    MultimodalEncoding encoding = encoding(train);
    int begin = encoding.offsets()[2] + 1;
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < train.size(); i++) {
      float[] values = train.values(i);
      for (int v = begin; values[begin - 1] > 0 && v < values.length; v++) {
        sum += values[v];
        squares += values[v] * values[v];
        count++;
      }
    }
    assertThat(sum / count).isBetween(-1e-4, 1e-4);
    assertThat(squares / count).isBetween(1 - 1e-4, 1 + 1e-4);
  }

  @Test
  void whatIsGivenWins() throws IOException {
    Path file = Parcels.write(temp);
    Map<String, ColumnUse> uses =
        Map.of("note", ColumnUse.DROP, "photo", ColumnUse.DROP, "colour", ColumnUse.TEXT);
    assertThat(encoding(open(file, uses).split(0.2, 1).train()).inputs())
        .extracting(MultimodalEncoding.Input::name)
        .containsExactly("table", "colour");
    Map<String, ColumnUse> table = Map.of("note", ColumnUse.DROP, "photo", ColumnUse.DROP);
    assertThat(open(file, table).split(0.2, 1).train().encoding().orElseThrow())
        .isInstanceOf(TableEncoding.class);
  }

  @Test
  void allColumnsOfTextHaveOneTokenizer() throws IOException {
    StringBuilder rows = new StringBuilder("title,story,label\n");
    for (int i = 0; i < 40; i++) {
      rows.append("a title %s it is,and a story %s of it,%s%n".formatted(i, i, i % 2));
    }
    Path file = Files.writeString(temp.resolve("two.csv"), rows);
    MultimodalEncoding encoding = encoding(open(file, Map.of()).split(0.2, 1).train());
    List<TextEncoding> texts =
        encoding.inputs().stream().map(input -> (TextEncoding) input.encoding()).toList();
    assertThat(texts).hasSize(2);
    assertThat(texts.get(0).tokenizerHash()).isEqualTo(texts.get(1).tokenizerHash());
    assertThat(texts.get(0).ids("story"))
        .isEqualTo(texts.get(1).ids("story"))
        .isNotEqualTo(texts.get(0).ids("unheard"));
  }

  @Test
  void anImageThatCannotBeReadIsMissingAndNamed() throws IOException {
    Path file = Parcels.write(temp);
    Files.writeString(temp.resolve("photos/0.png"), "no image");
    Files.delete(temp.resolve("photos/1.png"));
    // A file that is not there ends the loading, as in a folder of images.
    Files.writeString(temp.resolve("photos/1.png"), "");
    Dataset dataset = open(file, Map.of());
    assertThat(dataset.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("column \"photo\": 2 images cannot be read, their rows have none:")
                    .contains("0.png"));
    assertThat(dataset.facts().toString()).contains("photo, in 214 of 240 rows");
  }

  @Test
  void anImageThatIsNotThereIsMissingAndNamed() throws IOException {
    Path file = Parcels.write(temp);
    Files.delete(temp.resolve("photos/0.png"));
    Dataset dataset = open(file, Map.of());
    assertThat(dataset.notes())
        .anyMatch(
            note ->
                note.contains("1 images cannot be read")
                    && note.contains("parcels.csv line 2: there is no file \"photos/0.png\""));
    assertThat(dataset.facts().toString()).contains("photo, in 215 of 240 rows");
  }

  @Test
  void emptyColumnsAreNoInput() throws IOException {
    StringBuilder rows = new StringBuilder("label,text,x\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i % 2).append(",these are words number ").append(i).append(",\n");
    }
    Path file = Files.writeString(temp.resolve("gap.csv"), rows);
    MultimodalEncoding encoding = encoding(open(file, Map.of()).split(0.2, 1).train());
    assertThat(encoding.inputs())
        .extracting(MultimodalEncoding.Input::name)
        .containsExactly("text");
  }

  @Test
  void aColumnWithoutAnyImageIsRefused() throws IOException {
    Path file = Parcels.write(temp);
    Path moved = Files.createDirectories(temp.resolve("elsewhere")).resolve("parcels.csv");
    Files.copy(file, moved);
    assertThatThrownBy(() -> open(moved, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("photos");
  }

  @Test
  void aChangedImageIsOtherData() throws IOException {
    Path file = Parcels.write(temp);
    String before = open(file, Map.of()).sha256();
    assertThat(open(file, Map.of()).sha256()).isEqualTo(before);
    Files.copy(
        temp.resolve("photos/1.png"),
        temp.resolve("photos/0.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(open(file, Map.of()).sha256()).isNotEqualTo(before);
  }
}
