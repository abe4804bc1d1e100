package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import java.io.Closeable;
import java.io.IOException;

/** Reads samples of one block in rising order. To be used by one thread. */
public interface SampleReader extends Closeable {
  /**
   * The bytes of an image file.
   *
   * @param sample of the block, above those that were asked for before
   * @throws InputException if it is damaged, or there is no image
   * @throws IOException if it cannot be read
   */
  byte[] image(int sample) throws IOException;
}
