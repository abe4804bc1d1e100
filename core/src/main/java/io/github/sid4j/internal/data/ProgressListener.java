package io.github.sid4j.internal.data;

/** Hears how far a download has come. */
@FunctionalInterface
public interface ProgressListener {
  /** For those who do not want to know. */
  ProgressListener NONE = (file, bytes, total) -> {};

  /**
   * Some bytes more are on the disk. Called often, from the thread that fetches.
   *
   * @param file the publisher's name of the file
   * @param bytes how much of it is there, 0 .. total; falls back when a download has to start over
   * @param total how much there will be
   */
  void progressed(String file, long bytes, long total);
}
