package io.github.sid4j.internal.execution;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The messages along a chain of processes that each have some of a pipeline's stages. */
final class ChainWords {
  /** From each process to the next, and from the last one to the first. */
  static final int CHAIN = 1;

  /** The state of stages, between any process and the first. */
  static final int STATE = 2;

  /** A batch for the next stage. */
  static final byte BATCH = 1;

  /** What the last stage made of a batch. */
  static final byte DONE = 2;

  /** Passed on when all batches before it are through; back at the first process, all are. */
  static final byte MARK = 3;

  /** Asks each process for the state of its stages, and is passed on. */
  static final byte STATE_WANTED = 4;

  /** The last message: passed on, and back at the first process all know. */
  static final byte END = 5;

  private ChainWords() {}

  /** What is written into a message. */
  @FunctionalInterface
  interface Writing {
    void into(DataOutputStream out) throws IOException;
  }

  /** A message that begins with its kind. */
  static Parcel parcel(byte kind, List<Tensor> tensors, Writing words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(kind);
      words.into(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Parcel(bytes.toByteArray(), tensors);
  }

  /** A message of its kind alone. */
  static Parcel parcel(byte kind) {
    return parcel(kind, List.of(), out -> {});
  }

  /** Opens a message; the first byte is its kind. */
  static DataInputStream open(Parcel parcel) {
    return new DataInputStream(new ByteArrayInputStream(parcel.words()));
  }
}
