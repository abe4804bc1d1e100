package io.github.sid4j.engine;

import org.bytedeco.javacpp.Pointer;

/** Counts what native memory is held for. */
public final class LiveTensors {
  private LiveTensors() {}

  /**
   * How many native objects are not freed.
   *
   * @return at least 0
   */
  public static long count() {
    return Pointer.totalCount();
  }
}
