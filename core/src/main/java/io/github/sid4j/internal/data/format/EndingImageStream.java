package io.github.sid4j.internal.data.format;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An image's bytes for a decoder that may read a little behind their end, as whole images make some
 * do, but not without end: one that takes what is missing for zeros would make gigabytes of tables
 * of them. For one thread at a time.
 */
final class EndingImageStream extends MemoryCacheImageInputStream {
  /** Far above the some ten that whole images need. */
  private static final int MOST = 512;

  private int behind;

  EndingImageStream(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read() throws IOException {
    return checked(super.read());
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return checked(super.read(into, offset, length));
  }

  private int checked(int read) throws IOException {
    if (read < 0 && ++behind > MOST) {
      throw new IOException("the data ends before the image does");
    }
    return read;
  }
}
