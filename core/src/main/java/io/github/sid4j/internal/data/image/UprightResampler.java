package io.github.sid4j.internal.data.image;

/** Upright rows are stored rows: each is resized as it comes. */
final class UprightResampler extends Resampler {
  /** By channel: the rows that take part, resized. */
  private final byte[][] rows;

  UprightResampler(int width, int channels, Plan plan) {
    super(width, channels, plan);
    this.rows = new byte[channels][Math.multiplyExact(down.end() - down.begin(), across.count())];
  }

  @Override
  public void row(int y, byte[] levels) {
    if (y < down.begin() || y >= down.end()) {
      return;
    }
    int start = (y - down.begin()) * across.count();
    for (int c = 0; c < channels; c++) {
      if (across.isPlain()) {
        System.arraycopy(levels, c * width, rows[c], start, width);
        continue;
      }
      for (int x = 0; x < across.count(); x++) {
        rows[c][start + x] = across.mean(x, levels, c * width + across.first(x), 1);
      }
    }
  }

  @Override
  void finish(int channel, int y, byte[] into, int start) {
    int step = across.count();
    int top = (down.first(y) - down.begin()) * step;
    if (down.isPlain()) {
      System.arraycopy(rows[channel], top, into, start, step);
      return;
    }
    for (int x = 0; x < step; x++) {
      into[start + x] = down.mean(y, rows[channel], top + x, step);
    }
  }
}
