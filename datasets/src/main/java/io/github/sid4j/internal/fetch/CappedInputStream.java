package io.github.sid4j.internal.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives out no more than a number of bytes: what unpacks to more is not meant well. */
final class CappedInputStream extends FilterInputStream {
  private final long cap;
  private long left;

  CappedInputStream(InputStream in, long cap) {
    super(in);
    this.cap = cap;
    this.left = cap;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    // Going back would upset the count.
    return false;
  }

  private void count(long n) throws IOException {
    left -= n;
    if (left < 0) {
      throw new IOException("it unpacks to more than " + cap + " bytes");
    }
  }
}
