package io.github.sid4j.internal.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One value to be shown under a tag. A scalar is in the field of its own, which every reader of
 * event files knows; all else is a tensor with the name of the plugin that shows it, in the form of
 * TensorBoard's current writers ({@code summary_v2.py} of each plugin).
 */
public final class Summary {
  private static final int DOUBLE = 2;
  private static final int STRING = 7;
  private static final int PNG_WIDTH = 16;
  private static final int PNG_HEIGHT = 20;

  private final Message value;

  private Summary(Message value) {
    this.value = value;
  }

  private static Summary tensor(String tag, String plugin, Message tensor) {
    // The plugins' settings are all defaults, of which a message is made without a byte.
    Message metadata = new Message().message(1, new Message().text(1, plugin));
    return new Summary(new Message().text(1, tag).message(9, metadata).message(8, tensor));
  }

  /**
   * A point of a curve.
   *
   * @param tag of the curve; what is before its first {@code /} names a group
   * @param value kept in single precision; NaN and infinity are shown as such
   * @return to be written
   */
  public static Summary scalar(String tag, double value) {
    return new Summary(new Message().text(1, tag).single(2, (float) value));
  }

  /**
   * Counts in buckets of equal width.
   *
   * @param tag of the histogram
   * @param low where the first bucket begins
   * @param high where the last one ends, greater
   * @param counts of values in each bucket, at least one
   * @return to be written
   */
  public static Summary histogram(String tag, double low, double high, long... counts) {
    byte[] rows = new byte[3 * Double.BYTES * counts.length];
    ByteBuffer into = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
    double width = (high - low) / counts.length;
    for (int i = 0; i < counts.length; i++) {
      into.putDouble(low + i * width).putDouble(low + (i + 1) * width);
      into.putDouble((double) counts[i]);
    }
    return tensor(tag, "histograms", shaped(DOUBLE, counts.length, 3).bytes(4, rows));
  }

  /**
   * A picture.
   *
   * @param tag of the picture
   * @param png a whole PNG file
   * @return to be written
   */
  public static Summary image(String tag, byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    return tensor(
        tag,
        "images",
        strings(List.of(ascii(header.getInt(PNG_WIDTH)), ascii(header.getInt(PNG_HEIGHT)), png)));
  }

  /**
   * A text.
   *
   * @param tag of the text
   * @param markdown that TensorBoard renders, without HTML in it
   * @return to be written
   */
  public static Summary text(String tag, String markdown) {
    return tensor(tag, "text", strings(List.of(markdown.getBytes(StandardCharsets.UTF_8))));
  }

  Message value() {
    return value;
  }

  private static Message strings(List<byte[]> values) {
    Message tensor = shaped(STRING, values.size());
    values.forEach(each -> tensor.bytes(8, each));
    return tensor;
  }

  private static Message shaped(int type, int... sizes) {
    Message shape = new Message();
    for (int size : sizes) {
      shape.message(2, new Message().integer(1, size));
    }
    return new Message().integer(1, type).message(2, shape);
  }

  private static byte[] ascii(int number) {
    return Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
  }
}
