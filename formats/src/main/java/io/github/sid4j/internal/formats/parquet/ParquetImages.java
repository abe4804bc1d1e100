package io.github.sid4j.internal.formats.parquet;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ImageShard;
import io.github.sid4j.internal.formats.shard.LabelTexts;
import io.github.sid4j.internal.formats.shard.SampleReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Images and their classes in a Parquet file. A block is a row group. */
public final class ParquetImages implements ImageShard {
  private final ParquetShard shard;
  private final MessageType images;

  /** The first of the rows of each row group that could be read, and the number of all. */
  private final int[] starts;

  private final int[] labels;

  private ParquetImages(ParquetShard shard, MessageType images, int[] starts, int... labels) {
    this.shard = shard;
    this.images = images;
    this.starts = starts;
    this.labels = labels;
  }

  /**
   * Reads the classes of all rows.
   *
   * @param damages gets row groups that are damaged
   * @throws IOException if it cannot be read
   */
  public static ParquetImages of(
      ParquetShard shard, ImageColumns columns, LabelTexts texts, Damages damages)
      throws IOException {
    texts.named(columns.classNames(), shard.file().toString());
    int[] rows = shard.rows();
    int[] starts = new int[rows.length + 1];
    Labels labels = new Labels();
    for (int group = 0; group < rows.length; group++) {
      try (RowGroup read = shard.open(group, columns.labels(shard.schema()))) {
        for (int row = 0; row < rows[group]; row++) {
          String text = CellTexts.of(read.read(), 0);
          boolean none = text.isEmpty() || (text.equals("-1") && !columns.classNames().isEmpty());
          labels.add(none ? -1 : texts.number(text, shard.file().toString()));
        }
      } catch (InputException e) {
        damages.shard(e);
      }
      starts[group + 1] = labels.size;
    }
    return new ParquetImages(shard, columns.images(shard.schema()), starts, labels.all());
  }

  /** Grows with the rows that are there, whatever number the file says. */
  private static final class Labels {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int[] all() {
      return Arrays.copyOf(values, size);
    }
  }

  @Override
  public Path file() {
    return shard.file();
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int sample) {
    return labels[sample];
  }

  private int group(int sample) {
    int found = Arrays.binarySearch(starts, sample);
    int group = found >= 0 ? found : -found - 2;
    while (starts[group + 1] <= sample) {
      group++; // Row groups may be empty.
    }
    return group;
  }

  @Override
  public int blockStart(int sample) {
    return starts[group(sample)];
  }

  @Override
  public String name(int sample) {
    return Integer.toString(sample);
  }

  @Override
  public SampleReader open(int sample) throws IOException {
    int group = group(sample);
    RowGroup rows = shard.open(group, images);
    return new SampleReader() {
      @Override
      public byte[] image(int wanted) {
        int row = wanted - starts[group];
        while (rows.next() < row) {
          rows.read();
        }
        return bytes(rows.read(), wanted);
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  private byte[] bytes(Group row, int sample) {
    Group holder = row;
    if (row.getFieldRepetitionCount(0) > 0 && !row.getType().getType(0).isPrimitive()) {
      holder = row.getGroup(0, 0);
    }
    if (row.getFieldRepetitionCount(0) == 0 || holder.getFieldRepetitionCount(0) == 0) {
      throw new InputException(
          shard.file() + " row " + sample,
          "the bytes of an image",
          "none; the file may have its path alone",
          "write the data set with its images in it, or set skip-damaged=true");
    }
    Binary value = holder.getBinary(0, 0);
    ByteBuffer buffer = value.toByteBuffer();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Override
  public void fingerprint(MessageDigest digest) {
    shard.fingerprint(digest);
    ByteBuffer bytes = ByteBuffer.allocate(labels.length * Integer.BYTES);
    bytes.asIntBuffer().put(labels);
    digest.update(bytes);
  }
}
