package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.RecognizedDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardedImagesTest {
  private static final ReadingRules SKIPPING = new ReadingRules(8, 1, true);

  @TempDir private Path dir;

  private Dataset open(String name, ReadingRules rules) throws IOException {
    return Datasets.open(Fixtures.request(name, dir, rules));
  }

  @Test
  void aHuggingFaceFolderIsUnderstood() throws IOException {
    Fixtures.parquet(dir.resolve("data/train-00000-of-00001.parquet"), 0, 30);
    Fixtures.parquet(dir.resolve("data/validation-00000-of-00001.parquet"), 30, 40);
    Fixtures.parquet(dir.resolve("data/test-00000-of-00001.parquet"), 40, 52);
    assertThat(RecognizedDataset.of(dir)).isEqualTo("parquet");
    Dataset dataset = open("parquet", ReadingRules.DEFAULT);
    Splits parts = dataset.split(0.1, 1);
    assertThat(dataset.classNames()).containsExactly("cat", "dog", "bird");
    assertThat(parts.train().size()).isEqualTo(30);
    assertThat(parts.validation().size()).isEqualTo(10);
    assertThat(parts.test().size()).isEqualTo(12);
    assertThat(parts.train().shape()).containsExactly(3, 6, 6);
    assertThat(parts.train().label(4)).isEqualTo(Fixtures.label(4));
    assertThat(parts.train().id(4).name()).isEqualTo("data/train-00000-of-00001.parquet:4");
    assertThat(dataset.facts().get(0).text())
        .isEqualTo("3 files: training 1, validation 1, test 1");
  }

  @Test
  void tarSamplesHaveTheirClassFromJsonWhereThereIsNoCls() throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(Files.newOutputStream(dir.resolve("a-0.tar")))) {
      for (int i = 0; i < 12; i++) {
        Fixtures.put(tar, i + ".txt", new byte[3]);
        Fixtures.put(tar, i + ".png", Fixtures.png(i));
        String json = "{\"label\": \"%s\"}".formatted(i % 2 == 0 ? "even" : "odd");
        Fixtures.put(tar, i + ".json", json.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(RecognizedDataset.of(dir)).isEqualTo("webdataset");
    Dataset dataset = open("webdataset", ReadingRules.DEFAULT);
    assertThat(dataset.classNames()).containsExactly("even", "odd");
    assertThat(dataset.split(0, 1).train().id(0).name()).startsWith("a-0.tar:");
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    Fixtures.parquet(dir.resolve("train-00000-of-00003.parquet"), 0, 20);
    Fixtures.parquet(dir.resolve("train-00002-of-00003.parquet"), 20, 40);
    assertThatThrownBy(() -> open("parquet", ReadingRules.DEFAULT))
        .hasMessageContaining("train-00001-of-00003: expected a shard");
    assertThat(open("parquet", SKIPPING).notes())
        .anyMatch(note -> note.contains("0 samples, 1 shards"));
  }

  @Test
  void aMissingNumberOfTarFilesIsNamed() throws IOException {
    Fixtures.tar(dir.resolve("train-000007.tar"), 0, 20);
    Fixtures.tar(dir.resolve("train-000009.tar"), 20, 40);
    assertThatThrownBy(() -> open("webdataset", ReadingRules.DEFAULT))
        .hasMessageContaining("train-000008: expected a shard");
  }

  @Test
  void aDamagedImageIsNamedOrCounted() throws IOException {
    try (ParquetWriter<Group> writer =
        Fixtures.writer(dir.resolve("train.parquet"), Fixtures.IMAGES, Fixtures.FEATURES)) {
      for (int i = 0; i < 30; i++) {
        SimpleGroup row = new SimpleGroup(Fixtures.IMAGES);
        Group image = row.addGroup("image");
        byte[] png = Fixtures.png(i);
        if (i != 12) {
          byte[] stored = i == 11 ? Arrays.copyOf(png, 60) : png;
          image.append("bytes", Binary.fromConstantByteArray(stored));
        }
        row.append("label", (long) Fixtures.label(i));
        writer.write(row);
      }
    }
    assertThatThrownBy(() -> open("parquet", ReadingRules.DEFAULT))
        .hasMessageContaining("train.parquet:11: expected a whole PNG image");
    Dataset dataset = open("parquet", SKIPPING);
    Splits parts = dataset.split(0, 1);
    assertThat(parts.train().size() + parts.test().size()).isEqualTo(28);
    assertThat(dataset.notes()).anyMatch(note -> note.contains("2 samples, 0 shards"));
  }

  @Test
  void shardsThatAreSortedByClassAreNoticed() throws IOException {
    for (int shard = 0; shard < 2; shard++) {
      try (TarArchiveOutputStream tar =
          new TarArchiveOutputStream(
              Files.newOutputStream(dir.resolve("train-%s.tar".formatted(shard))))) {
        for (int i = 0; i < 150; i++) {
          Fixtures.put(tar, i + ".png", Fixtures.png(i));
          Fixtures.put(tar, i + ".cls", new byte[] {(byte) ('0' + shard)});
        }
      }
    }
    assertThat(open("webdataset", new ReadingRules(20, 1, false)).notes())
        .anyMatch(note -> note.contains("sorted by class"));
    assertThat(open("webdataset", new ReadingRules(1000, 1, false)).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"../1.png", "/1.png", "a/../../1.png", "a\\1.png"})
  void namesThatLeadOutOfATarFileAreRefused(String name) throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(Files.newOutputStream(dir.resolve("a.tar")))) {
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setSize(1);
      tar.putArchiveEntry(entry);
      tar.write(1);
      tar.closeArchiveEntry();
    }
    assertThatThrownBy(() -> open("webdataset", ReadingRules.DEFAULT))
        .hasMessageContaining("names of members inside the shard");
  }

  @Test
  void moreThanMemoryHoldsIsRefusedWithAWindow() throws IOException {
    ImageReading reading = ImageReading.of(Fixtures.request("parquet", dir, ReadingRules.DEFAULT));
    assertThatThrownBy(() -> reading.checkMemory(Integer.MAX_VALUE, 6, 6, "there"))
        .hasMessageContaining("there: expected images in memory")
        .hasMessageContaining("set shuffle-window=8192");
  }
}
