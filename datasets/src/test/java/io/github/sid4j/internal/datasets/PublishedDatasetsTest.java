package io.github.sid4j.internal.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.data.DatasetRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDatasetsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "mnist, .",
    "mnist, mnist",
    "mnist, MNIST/raw",
    "fashion-mnist, fashion-mnist",
    "fashion-mnist, FashionMNIST/raw"
  })
  void mnistIsFoundInItsUsualPlaces(String name, String place) throws IOException {
    writeMnist(Files.createDirectories(dir.resolve(place)), 4, 4);
    Splits splits = Datasets.open(DatasetRequest.of(name, dir)).split(0, 1);
    assertThat(splits.train().shape()).containsExactly(1, 2, 2);
    assertThat(TestLabels.of(splits.train())).containsExactly(0, 1, 2, 3);
    assertThat(splits.validation().size()).isZero();
    assertThat(splits.test().size()).isEqualTo(2);
  }

  @Test
  void anotherNumberOfLabelsThanImagesIsRefused() throws IOException {
    writeMnist(dir, 4, 3);
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of("mnist", dir)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train-labels-idx1-ubyte: expected 4 labels, one for each image of")
        .hasMessageContaining("found 3");
  }

  @Test
  void cifar10IsItsFiveFilesInOrder() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("cifar-10-batches-bin"));
    for (int i = 1; i <= 5; i++) {
      Files.write(folder.resolve("data_batch_" + i + ".bin"), cifarRecord(1, i));
    }
    Files.write(folder.resolve("test_batch.bin"), cifarRecord(1, 9));
    Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
    Dataset cifar = Datasets.open(DatasetRequest.of("cifar10", dir));
    assertThat(cifar.classNames()).hasSize(10).endsWith("j");
    Splits splits = cifar.split(0, 1);
    assertThat(TestLabels.of(splits.train())).containsExactly(1, 2, 3, 4, 5);
    assertThat(TestLabels.of(splits.test())).containsExactly(9);
    assertThat(splits.train().shape()).containsExactly(3, 32, 32);
    Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\n");
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of("cifar10", dir)))
        .hasMessageContaining(
            "batches.meta.txt: expected 10 lines with a class name each, found 2");
  }

  @Test
  void whatIsLessThanPublishedIsSaid() throws IOException {
    Files.write(dir.resolve("train.bin"), cifarRecord(2, 42));
    Files.write(dir.resolve("test.bin"), cifarRecord(2, 99));
    Dataset part = Datasets.open(DatasetRequest.of("cifar100", dir));
    assertThat(part.classNames()).hasSize(100).endsWith("99");
    assertThat(part.notes()).hasSize(3);
    assertThat(part.notes().get(0)).contains("fine_label_names.txt", "by their numbers");
    assertThat(part.notes().get(1))
        .contains("train.bin holds 1 images, as published it has 50,000");
    assertThat(part.notes().get(2)).contains("test.bin holds 1 images, as published it has 10,000");
  }

  @Test
  void cifar100HasFineLabels() throws IOException {
    Files.write(dir.resolve("train.bin"), cifarRecord(2, 42));
    Files.write(dir.resolve("test.bin"), cifarRecord(2, 99));
    Files.write(dir.resolve("fine_label_names.txt"), Collections.nCopies(100, "name"));
    Splits splits = Datasets.open(DatasetRequest.of("cifar100", dir)).split(0, 1);
    assertThat(TestLabels.of(splits.train())).containsExactly(42);
    assertThat(TestLabels.of(splits.test())).containsExactly(99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist", "cifar10", "cifar100"})
  void aMissingFileIsNamedWithHowToFetchIt(String name) {
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of(name, dir)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(dir.toString())
        .hasMessageEndingWith(
            "give the folder that holds it by data=PATH, or give download=true to fetch it");
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of(name, dir.resolve("none"))))
        .hasMessageContaining("found nothing there; correct data=PATH, or give download=true");
  }

  @Test
  void everyNameOfTheCatalogueCanBeOpenedAndNoOther() throws IOException {
    for (DatasetInfo info : DatasetInfo.catalogue()) {
      if (info.source() == DatasetInfo.Source.BUILT_IN) {
        Splits splits = Datasets.open(DatasetRequest.of(info.name(), null)).split(0, 1);
        assertThat(splits.train().size()).isEqualTo(info.trainSize());
        assertThat(splits.test().size()).isEqualTo(info.testSize());
      } else {
        // Those in shards need a library that is not here.
        assertThatThrownBy(() -> Datasets.open(DatasetRequest.of(info.name(), null)))
            .hasMessageMatching(
                "dataset %s: expected (the folder.*|a library.*add io.github.sid4j:sid4j-formats)"
                    .formatted(info.name()));
      }
    }
    assertThatThrownBy(() -> Datasets.open(DatasetRequest.of("imagenet", null)))
        .hasMessage(
            "dataset: expected one of digits, mnist, fashion-mnist, cifar10, cifar100,"
                + " tiny-imagenet, folder, csv, text, parquet, webdataset, jsonl, found imagenet; correct the"
                + " name");
  }

  private static void writeMnist(Path folder, int images, int labels) throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(idx(images, 2, 2)));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), idx(labels));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), idx(2, 2, 2));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(idx(2)));
  }

  /** An IDX file whose values count up. */
  private static byte[] idx(int... dimensions) {
    int values = 1;
    for (int dimension : dimensions) {
      values *= dimension;
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + values);
    bytes.putInt(0x0800 + dimensions.length);
    for (int dimension : dimensions) {
      bytes.putInt(dimension);
    }
    for (int i = 0; i < values; i++) {
      bytes.put((byte) i);
    }
    return bytes.array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] cifarRecord(int labelBytes, int label) {
    byte[] record = new byte[labelBytes + 3072];
    record[labelBytes - 1] = (byte) label;
    return record;
  }
}
