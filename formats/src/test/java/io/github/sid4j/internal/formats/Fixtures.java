package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartRules;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.format.PngFile;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.random.Rng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Small shards of images, all of which are functions of their numbers. */
final class Fixtures {
  static final MessageType IMAGES =
      MessageTypeParser.parseMessageType(
          "message m { optional group image { optional binary bytes; optional binary path (UTF8); }"
              + " optional int64 label; }");

  static final String FEATURES =
      "{\"info\": {\"features\": {\"image\": {\"_type\": \"Image\"}, \"label\": {\"names\":"
          + " [\"cat\", \"dog\", \"bird\"], \"_type\": \"ClassLabel\"}}}}";

  private static final int SIDE = 6;

  private Fixtures() {}

  /** The class of image i. */
  static int label(int i) {
    return i * 7 % 3;
  }

  /** Image i in PNG; every fourth is grey. */
  static byte[] png(int i) {
    int channels = i % 4 == 3 ? 1 : 3;
    byte[] pixels = new byte[channels * SIDE * SIDE];
    Rng random = Rng.of(5, i);
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (byte) random.nextInt(256);
    }
    return PngFile.of(pixels, 255, new int[] {channels, SIDE, SIDE});
  }

  /** Images from..to - 1 in a Parquet file of small row groups. */
  static void parquet(Path file, int from, int to) throws IOException {
    try (ParquetWriter<Group> writer = writer(file, IMAGES, FEATURES)) {
      for (int i = from; i < to; i++) {
        SimpleGroup row = new SimpleGroup(IMAGES);
        Group image = row.addGroup("image");
        image.append("bytes", Binary.fromConstantByteArray(png(i)));
        image.append("path", i + ".png");
        row.append("label", (long) label(i));
        writer.write(row);
      }
    }
  }

  /** A writer that makes a row group of few rows. */
  static ParquetWriter<Group> writer(Path file, MessageType schema, String features)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return ExampleParquetWriter.builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withType(schema)
        .withCompressionCodec(CompressionCodecName.SNAPPY)
        .withRowGroupRowCountLimit(7)
        .withExtraMetaData(features == null ? Map.of() : Map.of("huggingface", features))
        .build();
  }

  /** Images from..to - 1 in a tar file. */
  static void tar(Path file, int from, int to) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      for (int i = from; i < to; i++) {
        put(tar, "x/" + (1000 + i) + ".png", png(i));
        put(
            tar,
            "x/" + (1000 + i) + ".cls",
            Integer.toString(label(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** A member. */
  static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  static DatasetRequest request(String name, Path dir, ReadingRules reading) {
    return new DatasetRequest(
        name,
        dir,
        CsvOptions.of(CsvOptions.DEFAULT_LABEL_COLUMN),
        PartRules.share(0.2),
        0,
        ImageRules.DEFAULT,
        reading);
  }
}
