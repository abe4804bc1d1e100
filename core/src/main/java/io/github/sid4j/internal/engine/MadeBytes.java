package io.github.sid4j.internal.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the memory of the tensors that this thread makes, until {@link #close()}: each piece of
 * memory once, however many tensors share it or have it one after the other. With gradients
 * recorded this is close to what a forward leaves in use until its backward.
 */
public final class MadeBytes implements AutoCloseable {
  private static final ThreadLocal<MadeBytes> OPEN = new ThreadLocal<>();

  private final Map<Long, Long> bytesByAddress = new HashMap<>();

  private MadeBytes() {}

  /**
   * Begins to count on this thread, where nobody does yet.
   *
   * @return for a try-with-resources
   */
  public static MadeBytes open() {
    if (OPEN.get() != null) {
      throw new IllegalStateException("tensors of this thread are being counted already");
    }
    MadeBytes made = new MadeBytes();
    OPEN.set(made);
    return made;
  }

  /** Whether tensors of this thread are counted. */
  public static boolean isOpen() {
    return OPEN.get() != null;
  }

  /**
   * Counts a piece of memory.
   *
   * @param address of its beginning
   * @param bytes of it
   */
  public static void add(long address, long bytes) {
    OPEN.get().bytesByAddress.merge(address, bytes, Math::max);
  }

  /**
   * All of it.
   *
   * @return at least 0
   */
  public long total() {
    return bytesByAddress.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    OPEN.remove();
  }
}
