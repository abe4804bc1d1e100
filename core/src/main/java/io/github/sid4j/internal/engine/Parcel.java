package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.Tensor;
import java.util.List;

/**
 * What one process sends another.
 *
 * @param words of the sender, which the receiver reads; not copied, and not to be changed
 * @param tensors as they lie in memory: channels-last images arrive as such
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Parcel(byte[] words, List<Tensor> tensors) {
  /** Keeps a copy of the list. */
  public Parcel {
    tensors = List.copyOf(tensors);
  }

  /** Without tensors. */
  public static Parcel of(byte... words) {
    return new Parcel(words, List.of());
  }
}
