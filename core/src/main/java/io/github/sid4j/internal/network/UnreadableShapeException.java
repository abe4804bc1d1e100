package io.github.sid4j.internal.network;

/** A network cannot read examples of a shape. */
public final class UnreadableShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final String found;

  /**
   * Says what does not fit.
   *
   * @param expected what the network reads
   * @param found what it was to read
   */
  public UnreadableShapeException(String expected, String found) {
    super("expected " + expected + ", found " + found);
    this.expected = expected;
    this.found = found;
  }

  /**
   * What the network reads.
   *
   * @return for example {@code images of at least 32x32}
   */
  public String expected() {
    return expected;
  }

  /**
   * What it was to read.
   *
   * @return for example {@code examples of shape [1, 28, 28]}
   */
  public String found() {
    return found;
  }
}
