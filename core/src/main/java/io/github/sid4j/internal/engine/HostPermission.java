package io.github.sid4j.internal.engine;

import java.util.concurrent.atomic.AtomicReference;

/** Whether loading the native library may change the process: a decision made once, before it. */
public final class HostPermission {
  private static final AtomicReference<State> STATE = new AtomicReference<>(State.GIVEN);

  private HostPermission() {}

  private enum State {
    GIVEN,
    REFUSED,
    USED
  }

  /**
   * Refuses.
   *
   * @throws IllegalStateException if the library is loaded already
   */
  public static void refuse() {
    STATE.compareAndSet(State.GIVEN, State.REFUSED);
    checkUnused();
  }

  /**
   * Checks that there is still a decision to make.
   *
   * @throws IllegalStateException if the library is loaded already
   */
  public static void checkUnused() {
    if (STATE.get() == State.USED) {
      throw new IllegalStateException("call this before the first tensor is made");
    }
  }

  /** Whether the process may be changed. No decision is taken after this call. */
  static boolean use() {
    return STATE.getAndSet(State.USED) == State.GIVEN;
  }
}
