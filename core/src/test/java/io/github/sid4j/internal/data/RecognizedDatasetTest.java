package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognizedDatasetTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "cat/1.jpg, folder",
    "train/cat/deep/1.webp, folder",
    "train.csv, csv",
    "data_batch_1.bin.gz, cifar10",
    "cifar-100-binary/train.bin, cifar100",
    "wnids.txt, tiny-imagenet"
  })
  void dataIsKnownByItsFiles(String file, String expected) throws IOException {
    write(file);
    assertThat(RecognizedDataset.of(dir)).isEqualTo(expected);
  }

  @Test
  void aFileIsATableByItsEnd() throws IOException {
    write("flowers.CSV");
    write("photos.zip");
    assertThat(RecognizedDataset.of(dir.resolve("flowers.CSV"))).isEqualTo("csv");
    assertThatThrownBy(() -> RecognizedDataset.of(dir.resolve("photos.zip")))
        .hasMessageContaining("expected a folder, or a CSV file");
  }

  @Test
  void whatMayBeSeveralOrIsNothingIsRefused() throws IOException {
    assertThatThrownBy(() -> RecognizedDataset.of(dir)).hasMessageContaining("none that is known");
    assertThatThrownBy(() -> RecognizedDataset.of(dir.resolve("x")))
        .hasMessageContaining("found nothing there");
    write("train-images-idx3-ubyte");
    assertThatThrownBy(() -> RecognizedDataset.of(dir))
        .hasMessageContaining("what may be mnist or fashion-mnist; say which by dataset=NAME");
    Files.delete(dir.resolve("train-images-idx3-ubyte"));
    write("train.csv");
    write("cat/1.png");
    assertThatThrownBy(() -> RecognizedDataset.of(dir)).hasMessageContaining("csv or folder");
  }

  @Test
  void imagesThatATableNamesAreItsOwn() throws IOException {
    write("cat/1.png");
    Files.writeString(dir.resolve("train.csv"), "photo,label\ncat/1.png,a\n");
    assertThat(RecognizedDataset.of(dir)).isEqualTo("csv");
  }

  private void write(String file) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "x");
  }

  @Test
  void theFolderOfOneClassIsNotTakenForAllOfThem(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("apple"));
    Files.write(folder.resolve("apple/1.jpg"), new byte[] {1});
    assertThatThrownBy(() -> RecognizedDataset.of(folder.resolve("apple")))
        .hasMessageContaining("found images and no such folders; name the folder above, " + folder);
  }
}
