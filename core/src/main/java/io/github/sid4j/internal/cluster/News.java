package io.github.sid4j.internal.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a run of several processes ends.
 *
 * @param kind of the end
 * @param rank of the process that it is about
 * @param text what is known of it, one line
 */
record News(Kind kind, int rank, String text) {
  /** How many numbers carry it. */
  static final int NUMBERS = 128;

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final int HEAD = 3;
  private static final int MOST_BYTES = (NUMBERS - HEAD) * Long.BYTES;

  /** What happened to the process. */
  enum Kind {
    /** Nothing: it lives. */
    NONE,
    /** It is gone, or does not answer. */
    LOST,
    /** Training left the finite numbers there. */
    DIVERGED,
    /** It failed with the text as its message. */
    FAILED
  }

  /** With numbers alone, of one length, as the messages between processes want it. */
  static long[] toNumbers(@Nullable News news) {
    long[] numbers = new long[NUMBERS];
    if (news != null) {
      byte[] text = news.text.getBytes(StandardCharsets.UTF_8);
      text = Arrays.copyOf(text, Math.min(text.length, MOST_BYTES));
      ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES).put(text).rewind();
      numbers[0] = KINDS.indexOf(news.kind);
      numbers[1] = news.rank;
      numbers[2] = text.length;
      bytes.asLongBuffer().get(numbers, HEAD, NUMBERS - HEAD);
    }
    return numbers;
  }

  /** Null if nothing happened. */
  static @Nullable News of(long... numbers) {
    Kind kind = KINDS.get((int) numbers[0]);
    if (kind == Kind.NONE) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    bytes.asLongBuffer().put(numbers, HEAD, NUMBERS - HEAD);
    String text = new String(bytes.array(), 0, (int) numbers[2], StandardCharsets.UTF_8);
    return new News(kind, (int) numbers[1], text);
  }
}
