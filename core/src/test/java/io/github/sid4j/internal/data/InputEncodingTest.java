package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.format.ImageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become the numbers that training saw. */
class InputEncodingTest {
  private static final String CSV =
      "colour,size,label,weight\nred,1,yes,2\nblue,2,no,?\nred,3,yes,4\n,4,no,5\nblue,5,yes,6\n";

  @TempDir private Path temp;

  private static float[][] seen(Examples examples) {
    return TestData.values(examples);
  }

  @Test
  void imagesOfAllLevelsAreReadAsTheyWereTrainedOnToTheBit() throws IOException {
    List<byte[]> pixels = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      byte[] image = new byte[3 * 16 * 16];
      for (int p = 0; p < image.length; p++) {
        image[p] = (byte) (p * (i + 3) + i);
      }
      pixels.add(image);
    }
    int[] labels = {0, 1, 0, 1, 0, 1};
    Examples train =
        Datasets.ofImages("t", TestData.TWO, ByteImages.of(pixels, labels, 3, 16, 16), 0)
            .split(0, 1)
            .train();
    ImageEncoding encoding = (ImageEncoding) train.encoding().orElseThrow();
    for (int i = 0; i < train.size(); i++) {
      Path file = temp.resolve(i + ".png");
      Files.write(file, train.png(i).orElseThrow());
      assertThat(encoding.encode(ImageFile.read(file), "f")).isEqualTo(seen(train)[i]);
    }
  }

  @Test
  void rowsOfAFileAreReadAsTheyWereTrainedOnWhateverTheOrderOfTheColumns() throws IOException {
    Path file = Files.writeString(temp.resolve("t.csv"), CSV);
    Examples train = Datasets.open(DatasetRequest.of("csv", file)).split(0, 1).train();
    TableEncoding encoding = (TableEncoding) train.encoding().orElseThrow();
    Path other = temp.resolve("other.csv");
    Files.writeString(
        other, "weight;more;size;colour\n2;x;1;red\n?;x;2;blue\n4;x;3;red\n5;x;4;\n6;x;5;blue\n");
    CsvTable table = CsvFile.read(other);
    List<Integer> places = encoding.places(table);
    List<float[]> rows =
        table.rows().stream().map(row -> encoding.encode(row.cells(), places)).toList();
    for (float[] row : seen(train)) {
      assertThat(rows).anySatisfy(read -> assertThat(read).isEqualTo(row));
    }
    assertThat(encoding.label()).isEqualTo("label");
  }

  @Test
  void aTableWithoutAColumnIsRefusedByItsName() throws IOException {
    Path file = Files.writeString(temp.resolve("t.csv"), CSV);
    TableEncoding encoding =
        (TableEncoding)
            Datasets.open(DatasetRequest.of("csv", file))
                .split(0, 1)
                .train()
                .encoding()
                .orElseThrow();
    CsvTable table = CsvFile.read(Files.writeString(temp.resolve("u.csv"), "size,colour\n1,red\n"));
    assertThatThrownBy(() -> encoding.places(table))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"weight\"");
  }

  @Test
  void coloursBecomeGreyByTheirBrightnessAndGreyBecomesThreeChannels() {
    ImageEncoding grey = new ImageEncoding(1, 1, 255, List.of(0.0), List.of(1.0), null);
    ImageEncoding colour =
        new ImageEncoding(1, 1, 255, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), null);
    assertThat(grey.encode(TestData.pixel(200, 100, 50), "f"))
        .containsExactly(Math.round(0.299 * 200 + 0.587 * 100 + 0.114 * 50) / 255f);
    assertThat(colour.encode(TestData.pixel(51), "f")).containsExactly(0.2f, 0.2f, 0.2f);
  }
}
