package io.github.sid4j.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a safetensors file; trusts nothing in it before it is checked against the file's size. */
final class SafetensorsReader {
  private static final String COPY_AGAIN =
      "the file is damaged or of another format, copy it again";
  // The largest array that every virtual machine can make.
  private static final long MAX_TENSOR = Integer.MAX_VALUE - 8L;

  private final Path file;
  private final FileChannel channel;

  private SafetensorsReader(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static SafetensorsFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new SafetensorsReader(file, channel).read();
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "a safetensors file", "none", "check the name of the file");
    }
  }

  private SafetensorsFile read() throws IOException {
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
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (TensorEntry entry : header.entries()) {
      String where = "tensor " + entry.name();
      byte[] data = bytes(where, dataStart + entry.begin(), (int) (entry.end() - entry.begin()));
      tensors.put(entry.name(), new StoredTensor(entry.type(), entry.shape(), data));
    }
    return new SafetensorsFile(tensors, header.metadata());
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
            "data from byte %d on, up to %d at most".formatted(covered, dataSize),
            "%d to %d".formatted(entry.begin(), entry.end()));
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
