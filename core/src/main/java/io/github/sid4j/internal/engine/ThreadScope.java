package io.github.sid4j.internal.engine;

/**
 * A stretch of code whose operations stay on the calling thread; ends with {@link #close()}. To
 * share an operation takes longer than to carry it out alone, unless it is a large one: the other
 * threads have to be woken.
 */
public final class ThreadScope implements AutoCloseable {
  private final int before;

  private ThreadScope(int threads) {
    before = Engine.threads();
    Engine.useThreads(threads);
  }

  /**
   * Carries operations of this thread out on it alone until the result is closed.
   *
   * @return for a try-with-resources
   */
  public static ThreadScope one() {
    return new ThreadScope(1);
  }

  /**
   * Lets operations of this thread share a number of threads until the result is closed.
   *
   * @param threads at least 1
   * @return for a try-with-resources
   */
  public static ThreadScope of(int threads) {
    return new ThreadScope(threads);
  }

  /**
   * Leaves everything as it is.
   *
   * @return for a try-with-resources
   */
  public static ThreadScope unchanged() {
    return new ThreadScope(Engine.threads());
  }

  @Override
  public void close() {
    Engine.useThreads(before);
  }
}
