package io.github.sid4j.internal.formats.parquet;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.formats.shard.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file whose footer was read and checked: what it says of places and sizes is within the
 * file and the heap. Safe for several threads.
 */
public final class ParquetShard {
  /** Magic, length of the footer, and magic again. */
  private static final int LEAST_BYTES = 12;

  /** No page is smaller by more than this; images and most columns stay below 10. */
  private static final long HIGHEST_RATIO = 100_000;

  private final Path file;
  private final long length;
  private final ParquetMetadata footer;

  private ParquetShard(Path file, long length, ParquetMetadata footer) {
    this.file = file;
    this.length = length;
    this.footer = footer;
  }

  /**
   * Reads a footer.
   *
   * @throws InputException if it is damaged
   * @throws IOException if the file cannot be read
   */
  public static ParquetShard of(Path file) throws IOException {
    long length = Files.size(file);
    if (length < LEAST_BYTES) {
      throw Damage.of(file.toString(), "a whole Parquet file", length + " bytes");
    }
    try (ParquetFileReader reader =
        ParquetFileReader.open(new LocalInputFile(file), options(length))) {
      ParquetShard shard = new ParquetShard(file, length, reader.getFooter());
      shard.footer.getBlocks().forEach(shard::check);
      return shard;
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Damage.of(file.toString(), "a whole Parquet file", e);
    }
  }

  private static ParquetReadOptions options(long mostBytes) {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new BoundedCodecs(mostBytes))
        .usePageChecksumVerification(true)
        .build();
  }

  private void check(BlockMetaData block) {
    if (block.getRowCount() < 0 || block.getRowCount() > Integer.MAX_VALUE) {
      throw Damage.of(file.toString(), "a number of rows", Long.toString(block.getRowCount()));
    }
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      if (!BoundedCodecs.KNOWN.contains(chunk.getCodec())) {
        throw new InputException(
            "%s column %s".formatted(file, chunk.getPath().toDotString()),
            "compression by Snappy, Zstandard or gzip, or none",
            chunk.getCodec().name(),
            "write the file with one of them");
      }
      long start = chunk.getStartingPos();
      long size = chunk.getTotalSize();
      long plain = chunk.getTotalUncompressedSize();
      boolean inside = start >= 0 && size >= 0 && start <= length && size <= length - start;
      if (!inside || plain < 0 || plain / HIGHEST_RATIO > size || chunk.getValueCount() < 0) {
        throw Damage.of(
            "%s column %s".formatted(file, chunk.getPath().toDotString()),
            "a place inside the file's %s bytes".formatted(length),
            "%s bytes from byte %s, %s when unpacked".formatted(size, start, plain));
      }
    }
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The columns. */
  public MessageType schema() {
    return footer.getFileMetaData().getSchema();
  }

  /** What Hugging Face's data sets say of the columns. */
  public HuggingFaceFeatures features() {
    return HuggingFaceFeatures.of(
        footer.getFileMetaData().getKeyValueMetaData().get("huggingface"), file.toString());
  }

  /** How many rows each row group has. */
  int[] rows() {
    return footer.getBlocks().stream().mapToInt(block -> (int) block.getRowCount()).toArray();
  }

  /**
   * Opens a row group.
   *
   * @param wanted columns of the schema
   * @throws InputException if it is damaged, or the heap cannot hold it
   * @throws IOException if it cannot be read
   */
  RowGroup open(int group, MessageType wanted) throws IOException {
    BlockMetaData block = footer.getBlocks().get(group);
    Set<String> columns =
        wanted.getColumns().stream()
            .map(column -> String.join(".", column.getPath()))
            .collect(Collectors.toSet());
    List<ColumnChunkMetaData> chunks =
        block.getColumns().stream()
            .filter(chunk -> columns.contains(chunk.getPath().toDotString()))
            .toList();
    long stored = chunks.stream().mapToLong(ColumnChunkMetaData::getTotalSize).sum();
    long page =
        chunks.stream().mapToLong(ColumnChunkMetaData::getTotalUncompressedSize).max().orElse(0);
    long heap = Runtime.getRuntime().maxMemory();
    if (stored + Math.min(page, Integer.MAX_VALUE) > heap / 2 + heap / 4) {
      throw new InputException(
          "%s row group %s".formatted(file, group),
          String.format(
              Locale.ROOT, "at most %d MB, three quarters of the heap", (heap / 4 * 3) >> 20),
          String.format(Locale.ROOT, "%d MB", (stored + page) >> 20),
          "write it with smaller row groups, or raise the heap by JAVA_TOOL_OPTIONS=-Xmx4g");
    }
    return RowGroup.open(
        new RowGroup.Place(file, footer, group, (int) block.getRowCount()),
        wanted,
        options(Math.min(page, Integer.MAX_VALUE)));
  }

  /** Adds what the footer says, which has the place and size of all pages. */
  void fingerprint(MessageDigest digest) {
    StringBuilder text = new StringBuilder(file.getFileName().toString());
    text.append(' ').append(length).append(' ').append(schema());
    for (BlockMetaData block : footer.getBlocks()) {
      text.append(' ').append(block.getRowCount());
      block
          .getColumns()
          .forEach(
              chunk -> text.append(' ').append(chunk.getTotalSize()).append(chunk.getStatistics()));
    }
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
