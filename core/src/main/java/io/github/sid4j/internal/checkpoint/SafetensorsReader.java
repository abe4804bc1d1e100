package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file that is open: its header has been read and accounts for every byte of it; a
 * tensor is read when it is asked for, so that a file takes no more memory than its largest tensor.
 * For one thread at a time.
 */
public final class SafetensorsReader implements Closeable {
  private static final String COPY_AGAIN =
      "the file is damaged or of another format, copy it again";
  // The largest array that every virtual machine can make.
  private static final long MAX_TENSOR = Integer.MAX_VALUE - 8L;

  private final Path file;
  private final FileChannel channel;
  private final Map<String, TensorContent> tensors = new LinkedHashMap<>();
  private Map<String, String> metadata = Map.of();

  private SafetensorsReader(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static SafetensorsReader open(Path file) throws IOException {
    SafetensorsReader reader = new SafetensorsReader(file, channel(file));
    try {
      reader.readHeader();
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
    return reader;
  }

  private static FileChannel channel(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "a safetensors file", "none", "check the name of the file");
    }
  }

  private void readHeader() throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw damage("byte 0", "8 bytes with the header's length", size + " bytes");
    }
    long headerLength =
        ByteBuffer.wrap(bytes("byte 0", 0, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long available = size - Long.BYTES;
    // As an unsigned number, what is negative here is beyond every limit.
    if (headerLength < 0 || headerLength > Math.min(available, Safetensors.MAX_HEADER)) {
      throw damage(
          "byte 0",
          "a header of at most " + Math.min(available, Safetensors.MAX_HEADER) + " bytes",
          Long.toUnsignedString(headerLength));
    }
    byte[] headerBytes = bytes("header", Long.BYTES, (int) headerLength);
    SafetensorsHeader header = SafetensorsHeader.parse(file, headerBytes);
    long dataStart = Long.BYTES + headerLength;
    checkLayout(header.entries(), size - dataStart);
    for (TensorEntry entry : header.entries()) {
      tensors.put(entry.name(), new Content(entry, dataStart + entry.begin()));
    }
    metadata = header.metadata();
  }

  /**
   * What the file holds.
   *
   * @return by name, in the order of the header; each is read again whenever its data is asked for,
   *     while this is open
   */
  public Map<String, TensorContent> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /**
   * Free text beside the tensors.
   *
   * @return by name, empty if the file has none
   */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  /**
   * The SHA-256 of the whole file that is open, whatever another process has put under its name
   * since.
   *
   * @return 64 lower-case hexadecimal digits
   * @throws IOException if it cannot be read
   */
  public String sha256() throws IOException {
    // The stream is not closed, which would close the channel.
    return Fingerprint.of(Channels.newInputStream(channel.position(0))).sha256();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Content implements TensorContent {
    private final TensorEntry entry;
    private final long position;

    Content(TensorEntry entry, long position) {
      this.entry = entry;
      this.position = position;
    }

    @Override
    public ElementType type() {
      return entry.type();
    }

    @Override
    public long[] shape() {
      return entry.shape().clone();
    }

    @Override
    public byte[] data() throws IOException {
      return bytes("tensor " + entry.name(), position, (int) (entry.end() - entry.begin()));
    }
  }

  /** Every byte of the data belongs to one tensor, which is as large as its shape says. */
  private void checkLayout(List<TensorEntry> entries, long dataSize) {
    long covered = 0;
    List<TensorEntry> inOrder =
        entries.stream()
            .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparing(TensorEntry::end))
            .toList();
    for (TensorEntry entry : inOrder) {
      String where = "tensor " + entry.name();
      if (entry.begin() != covered || entry.end() < covered || entry.end() > dataSize) {
        throw damage(
            where,
            "data from byte %s on, up to %s at most".formatted(covered, dataSize),
            "%s to %s".formatted(entry.begin(), entry.end()));
      }
      checkSize(where, entry);
      covered = entry.end();
    }
    if (covered != dataSize) {
      throw damage("data", covered + " bytes as the header says", dataSize + " bytes");
    }
  }

  private void checkSize(String where, TensorEntry entry) {
    long found = entry.end() - entry.begin();
    long expected;
    try {
      expected = entry.type().bytesOf(entry.shape());
    } catch (ArithmeticException e) {
      throw damage(where, "a shape whose size can be counted", "more than 2^63 bytes");
    }
    if (found != expected) {
      throw damage(where, expected + " bytes for its shape and dtype", found + " bytes");
    }
    if (found > MAX_TENSOR) {
      throw new InputException(
          file + " " + where,
          "at most " + MAX_TENSOR + " bytes",
          found + " bytes",
          "split the tensor");
    }
  }

  private byte[] bytes(String where, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw damage(where, length + " bytes", buffer.position() + " bytes");
      }
    }
    return buffer.array();
  }

  private InputException damage(String where, String expected, String found) {
    return new InputException(file + " " + where, expected, found, COPY_AGAIN);
  }
}
