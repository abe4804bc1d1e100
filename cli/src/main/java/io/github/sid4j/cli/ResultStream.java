package io.github.sid4j.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output, of which a write that fails is not swallowed, as Java's print streams and
 * writers do.
 */
final class ResultStream extends OutputStream {
  private final OutputStream to;
  private final LostOutput lost;

  ResultStream(OutputStream to, LostOutput lost) {
    this.to = to;
    this.lost = lost;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (lost.happened()) {
      return;
    }
    try {
      to.write(bytes, offset, length);
    } catch (IOException e) {
      lost.report(e);
    }
  }

  @Override
  public void flush() {
    if (lost.happened()) {
      return;
    }
    try {
      to.flush();
    } catch (IOException e) {
      lost.report(e);
    }
  }
}
