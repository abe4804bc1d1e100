package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.RowSink;
import java.awt.Point;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/**
 * Looks like an image of full size to a decoder and has memory for one row: what is written to it
 * is handed on at once. The JDK's decoders write rows from the top, whole or pixel by pixel, a
 * progressive image once for each of its scans. No contract says so, therefore rows are counted,
 * and {@link #isComplete} answers whether the trick worked.
 */
final class RowRaster extends WritableRaster {
  private final RowPixels pixels;
  private final RowSink sink;
  private final byte[] row;
  private final WritableRaster line;
  private int next;
  private boolean disordered;

  RowRaster(SampleModel model, RowPixels pixels, RowSink sink) {
    super(
        model,
        model.createCompatibleSampleModel(model.getWidth(), 1).createDataBuffer(),
        new Point());
    this.pixels = pixels;
    this.sink = sink;
    this.line = createWritableRaster(model.createCompatibleSampleModel(model.getWidth(), 1), null);
    this.row = new byte[pixels.channels() * model.getWidth()];
  }

  /** Whether the last rows that came were all rows of the image, in their order. */
  boolean isComplete() {
    return !disordered && next == getHeight();
  }

  @Override
  public void setRect(Raster source) {
    setRect(0, 0, source);
  }

  @Override
  public void setRect(int right, int down, Raster source) {
    disordered |= right + source.getMinX() != 0 || source.getWidth() != getWidth();
    for (int i = 0; i < source.getHeight() && !disordered; i++) {
      int y = source.getMinY() + i;
      accept(down + y, source, y);
    }
  }

  @Override
  public void setPixel(int x, int y, int[] samples) {
    line.setPixel(x, 0, samples);
    if (x == getWidth() - 1) {
      accept(y, line, 0);
    }
  }

  private void accept(int y, Raster source, int sourceY) {
    if (y == 0) {
      next = 0;
    }
    disordered |= y != next;
    if (!disordered) {
      pixels.convert(source, sourceY, row);
      sink.row(y, row);
      next++;
    }
  }
}
