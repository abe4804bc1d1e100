package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the C library's allocator has handed out. Tensors have their memory from it, and so has all
 * else in the process that is not Java's: graphs, scratch memory of operations, the virtual
 * machine's own.
 */
public final class NativeMemory {
  private NativeMemory() {}

  /** The part of the C library that is called. */
  interface LibC extends Library {
    Statistics mallinfo2();
  }

  /** The GNU C library's {@code struct mallinfo2}; its names. */
  @Structure.FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Statistics extends Structure implements Structure.ByValue {
    /** Bytes of the heaps. */
    public long arena;

    /** Free blocks. */
    public long ordblks;

    /** Free small blocks. */
    public long smblks;

    /** Blocks that have a mapping of their own. */
    public long hblks;

    /** Bytes of those. */
    public long hblkhd;

    /** Not used any more. */
    public long usmblks;

    /** Bytes of free small blocks. */
    public long fsmblks;

    /** Bytes handed out from the heaps. */
    public long uordblks;

    /** Bytes free in the heaps. */
    public long fordblks;

    /** Bytes that could be given back. */
    public long keepcost;

    /** Made by the binding. */
    public Statistics() {}
  }

  /** Looked up once. */
  private static final class Found {
    static final @Nullable LibC LIBC = find();

    private static @Nullable LibC find() {
      try {
        LibC libc = Native.load("c", LibC.class);
        return libc.mallinfo2() == null ? null : libc;
      } catch (UnsatisfiedLinkError e) {
        return null; // Another C library, or an old one.
      }
    }
  }

  /**
   * The bytes in use at this moment.
   *
   * @return empty where the C library is not GNU's, of release 2.33 or newer
   */
  public static OptionalLong inUseBytes() {
    if (Found.LIBC == null) {
      return OptionalLong.empty();
    }
    Statistics now = Found.LIBC.mallinfo2();
    // Freed at once: left to the collector, these would be counted with the rest.
    try (Memory own = (Memory) now.getPointer()) {
      return OptionalLong.of(now.uordblks + now.hblkhd);
    }
  }
}
