package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Binary data that has to be neither shorter nor longer than its reader says. */
final class StrictInput implements Closeable {
  private static final String REMEDY = "fetch or copy the file again";

  private final InputStream in;
  private final String where;
  private final boolean packed;
  private long position;

  private StrictInput(InputStream in, String where, boolean packed) {
    this.in = in;
    this.where = where;
    this.packed = packed;
  }

  /** Opens a file, unpacking it if its name ends in {@code .gz}. */
  static StrictInput open(Path file) throws IOException {
    String where = file.toString();
    return where.endsWith(".gz")
        ? unpacking(Files.readAllBytes(file), where)
        : new StrictInput(new BufferedInputStream(Files.newInputStream(file)), where, false);
  }

  static StrictInput of(byte[] content, String where) {
    return new StrictInput(new ByteArrayInputStream(content), where, false);
  }

  /** What is unpacked is in memory, so that any failure is the data's and not the disk's. */
  static StrictInput unpacking(byte[] content, String where) {
    try {
      InputStream in =
          GzipCompressorInputStream.builder()
              .setByteArray(content)
              .setDecompressConcatenated(true)
              .get();
      return new StrictInput(in, where, true);
    } catch (IOException e) {
      throw damaged(where, e);
    }
  }

  String where() {
    return where;
  }

  /** The next four bytes as a number, the highest first. */
  int nextInt(String what) throws IOException {
    return ByteBuffer.wrap(next(Integer.BYTES, what)).getInt();
  }

  /** The next bytes; memory grows with what is there, not with what is asked for. */
  byte[] next(int length, String what) throws IOException {
    byte[] bytes = read(length);
    if (bytes.length < length) {
      throw new InputException(
          where,
          length + " bytes of " + what + " at byte " + position,
          bytes.length + " before the end",
          REMEDY);
    }
    position += length;
    return bytes;
  }

  boolean atEnd() throws IOException {
    if (packed) {
      throw new IllegalStateException("only a plain file can be asked for its end");
    }
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }

  /** Refuses whatever is left. */
  void end() throws IOException {
    if (read(1).length > 0) {
      throw new InputException(where, "the end at byte " + position, "more data", REMEDY);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] read(int length) throws IOException {
    try {
      return in.readNBytes(length);
    } catch (IOException e) {
      if (packed) {
        throw damaged(where, e);
      }
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  private static InputException damaged(String where, IOException e) {
    String found =
        e instanceof EOFException ? "an end too early" : "damage (" + e.getMessage() + ")";
    return new InputException(where, "whole gzip data", found, REMEDY, e);
  }
}
