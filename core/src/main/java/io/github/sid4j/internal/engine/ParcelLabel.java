package io.github.sid4j.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What goes ahead of a parcel's tensors, so that the receiver has memory of the right size: a
 * message that is longer than the memory for it ends the process that gets it.
 *
 * @param words of the sender
 * @param layouts of the tensors that follow
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ParcelLabel(byte[] words, List<TensorLayout> layouts) {
  private static final int MOST_TENSORS = 1 << 20;

  /** As whole numbers, which is what travels; the first is the count of bytes. */
  long[] toLongs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(words.length);
      out.write(words);
      out.writeInt(layouts.size());
      for (TensorLayout layout : layouts) {
        layout.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer padded =
        ByteBuffer.wrap(Arrays.copyOf(bytes.toByteArray(), (bytes.size() + 7) & ~7));
    long[] longs = new long[padded.capacity() / Long.BYTES];
    padded.asLongBuffer().get(longs);
    return longs;
  }

  static ParcelLabel of(long... longs) {
    ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
    bytes.asLongBuffer().put(longs);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.array()))) {
      byte[] words = new byte[bounded(in.readInt(), bytes.capacity())];
      in.readFully(words);
      int count = bounded(in.readInt(), MOST_TENSORS);
      List<TensorLayout> layouts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        layouts.add(TensorLayout.read(in));
      }
      return new ParcelLabel(words, layouts);
    } catch (IOException e) {
      throw new IllegalStateException("a process sent what is no parcel", e);
    }
  }

  private static int bounded(int number, int most) throws IOException {
    if (number < 0 || number > most) {
      throw new IOException("a size of " + number);
    }
    return number;
  }
}
