package io.github.sid4j.internal.data.image;

import java.util.Arrays;

/**
 * Turns an image upright and resizes it while its rows arrive, so that memory holds one pass of a
 * few hundred pixels a row and never the image. The result is that of Pillow's {@code
 * exif_transpose} and {@code resize}, to the bit: first along upright rows, rounded to whole
 * levels, then along upright columns. (Pillow 13 takes the other order where both sides are scaled
 * very unlike; then some levels differ by 1.) Not safe for several threads.
 */
public abstract class Resampler implements RowSink {
  final int width;
  final int channels;
  final AxisTaps across;
  final AxisTaps down;
  private final AxisFit column;
  private final AxisFit row;
  private final byte level;

  Resampler(int width, int channels, Plan plan) {
    this.width = width;
    this.channels = channels;
    this.across = plan.across;
    this.down = plan.down;
    this.column = plan.column;
    this.row = plan.row;
    this.level = (byte) plan.level;
  }

  /**
   * Prepares for an image.
   *
   * @param width as stored, in pixels
   * @param height as stored
   * @param channels 1 or 3
   * @param orientation how it is to be turned
   * @param rules how it fills a square
   * @param side of the square; 0 keeps the image's size
   * @return that takes {@code height} rows
   */
  public static Resampler of(
      int width, int height, int channels, Orientation orientation, ImageRules rules, int side) {
    boolean transposed = orientation.transposed();
    int upWidth = transposed ? height : width;
    int upHeight = transposed ? width : height;
    AxisFit column = side == 0 ? AxisFit.same(upWidth) : AxisFit.of(upWidth, upHeight, side, rules);
    AxisFit row = side == 0 ? AxisFit.same(upHeight) : AxisFit.of(upHeight, upWidth, side, rules);
    Plan plan =
        new Plan(
            column,
            row,
            AxisTaps.of(upWidth, column, rules.interpolation(), orientation.fromRight()),
            AxisTaps.of(upHeight, row, rules.interpolation(), orientation.fromBottom()),
            rules.background().level());
    return transposed
        ? new TransposedResampler(width, channels, plan)
        : new UprightResampler(width, channels, plan);
  }

  /**
   * Prepares to stretch an upright image to any size.
   *
   * @param width in pixels
   * @param height in pixels
   * @param channels at least 1
   * @param toWidth of the result
   * @param toHeight of the result
   * @return that takes {@code height} rows
   */
  static Resampler stretching(int width, int height, int channels, int toWidth, int toHeight) {
    AxisFit column = AxisFit.same(toWidth);
    AxisFit row = AxisFit.same(toHeight);
    AxisTaps across = AxisTaps.of(width, column, Interpolation.BILINEAR, false);
    AxisTaps down = AxisTaps.of(height, row, Interpolation.BILINEAR, false);
    return new UprightResampler(width, channels, new Plan(column, row, across, down, 0));
  }

  /**
   * The width of the result.
   *
   * @return in pixels
   */
  public int resultWidth() {
    return column.target();
  }

  /**
   * The height of the result.
   *
   * @return in pixels
   */
  public int resultHeight() {
    return row.target();
  }

  /**
   * The result, after the last row.
   *
   * @return unsigned values row by row, channel after channel
   */
  public byte[] result() {
    byte[] result = new byte[channels * row.target() * column.target()];
    if (row.count() < row.target() || column.count() < column.target()) {
      Arrays.fill(result, level);
    }
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < row.count(); y++) {
        int start = (c * row.target() + row.offset() + y) * column.target() + column.offset();
        finish(c, y, result, start);
      }
    }
    return result;
  }

  /** Makes a row of a channel of the result. */
  abstract void finish(int channel, int y, byte[] into, int start);

  /** What is to be done on both axes. */
  record Plan(AxisFit column, AxisFit row, AxisTaps across, AxisTaps down, int level) {}
}
