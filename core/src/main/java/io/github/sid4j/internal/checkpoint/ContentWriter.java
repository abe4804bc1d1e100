package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.io.OutputStream;

/** Produces the contents of one file. */
@FunctionalInterface
public interface ContentWriter {
  /**
   * Writes all of it.
   *
   * @param out buffered; the caller closes it
   * @throws IOException to give the file up
   */
  void write(OutputStream out) throws IOException;
}
