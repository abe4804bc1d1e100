package io.github.sid4j.internal.fetch;

/**
 * A file in the data folder after its download.
 *
 * @param path where, relative to the data folder, with forward slashes; inside an archive, the name
 *     of the entry that it is taken from
 * @param leastBytes the smallest size it may have, at least 1
 * @param mostBytes the largest size it may have; equal to {@code leastBytes} if the size is known
 */
public record FetchedFile(String path, long leastBytes, long mostBytes) {
  /** Refuses a path that could leave the data folder, and sizes that no file can have. */
  public FetchedFile {
    if (!EntryNames.isSafe(path)) {
      throw new IllegalArgumentException("path must be relative and plain, found " + path);
    }
    if (leastBytes < 1 || mostBytes < leastBytes) {
      throw new IllegalArgumentException(
          "sizes of "
              + path
              + " must be 1 <= least <= most, found "
              + leastBytes
              + ", "
              + mostBytes);
    }
  }

  /**
   * A file whose size is known.
   *
   * @param path as in the record
   * @param bytes its size, at least 1
   * @return the target
   */
  public static FetchedFile exactly(String path, long bytes) {
    return new FetchedFile(path, bytes, bytes);
  }

  /**
   * A file of which only a bound is known, such as a list of class names.
   *
   * @param path as in the record
   * @param bytes the largest size, at least 1
   * @return the target
   */
  public static FetchedFile upTo(String path, long bytes) {
    return new FetchedFile(path, 1, bytes);
  }

  boolean admits(long bytes) {
    return bytes >= leastBytes && bytes <= mostBytes;
  }

  /** The admitted size as it is shown to a user. */
  String size() {
    return leastBytes == mostBytes
        ? leastBytes + " bytes"
        : leastBytes + " to " + mostBytes + " bytes";
  }
}
