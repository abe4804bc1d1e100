package io.github.sid4j.objective;

/**
 * Training has left the finite numbers. Its message names the part in which that showed. Safe for
 * several threads.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says where it showed.
   *
   * @param part for example {@code module 3}
   * @param what for example {@code loss NaN}
   */
  public DivergedException(String part, String what) {
    super(part + " has " + what + "; a lower learning rate or clip=1 may help");
  }

  private DivergedException(String line) {
    super(line);
  }

  /**
   * The error of another process.
   *
   * @param line the message of such an exception
   * @return with the same
   */
  public static DivergedException read(String line) {
    return new DivergedException(line);
  }
}
