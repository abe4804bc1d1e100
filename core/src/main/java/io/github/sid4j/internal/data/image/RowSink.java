package io.github.sid4j.internal.data.image;

/** Takes the rows of an image, from the top. */
@FunctionalInterface
public interface RowSink {
  /**
   * Takes a row. After the last one the first may come again, as in a progressive image; then only
   * what comes from there on counts.
   *
   * @param y 0 .. height - 1
   * @param levels unsigned values, channel after channel, each of the image's width; used again for
   *     the next row
   */
  void row(int y, byte[] levels);
}
