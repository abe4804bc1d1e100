package io.github.sid4j.internal.model;

import io.github.sid4j.internal.checkpoint.ElementType;
import io.github.sid4j.internal.checkpoint.TensorContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The learned places of a transformer's patches for a grid of another size, as timm makes them:
 * bicubic with antialiasing (a = -0.5, half-pixel centres). The class token's place stays.
 */
final class ResizedPositions implements TensorContent {
  private static final double BICUBIC = -0.5;
  private static final int REACH = 2;

  private final TensorContent stored;
  private final int side;
  private final int rows;
  private final int columns;

  private ResizedPositions(TensorContent stored, int side, int rows, int columns) {
    this.stored = stored;
    this.side = side;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Resizes places.
   *
   * @param stored of single precision, [1, 1 + side side, width]
   * @param rows of patches wanted
   * @param columns of patches wanted
   * @return [1, 1 + rows columns, width]; as it is if it is no square grid
   */
  static TensorContent of(TensorContent stored, int rows, int columns) {
    long[] shape = stored.shape();
    if (shape.length != 3 || shape[0] != 1 || shape[1] < 2) {
      return stored;
    }
    int side = (int) Math.round(Math.sqrt(shape[1] - 1.0));
    boolean square = (long) side * side == shape[1] - 1;
    return square && !(side == rows && side == columns)
        ? new ResizedPositions(stored, side, rows, columns)
        : stored;
  }

  @Override
  public ElementType type() {
    return stored.type();
  }

  @Override
  public long[] shape() {
    return new long[] {1, 1L + (long) rows * columns, stored.shape()[2]};
  }

  @Override
  public byte[] data() throws IOException {
    int width = Math.toIntExact(stored.shape()[2]);
    float[] old = new float[(1 + side * side) * width];
    ByteBuffer.wrap(stored.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(old);
    double[][] across = weights(side, columns);
    double[][] down = weights(side, rows);
    double[] wide = new double[side * columns * width];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < columns; x++) {
        for (int k = 0; k < side; k++) {
          add(
              across[x][k],
              old,
              (1 + y * side + k) * width,
              wide,
              (y * columns + x) * width,
              width);
        }
      }
    }
    double[] resized = new double[rows * columns * width];
    for (int y = 0; y < rows; y++) {
      for (int k = 0; k < side; k++) {
        for (int i = 0; i < columns * width; i++) {
          resized[y * columns * width + i] += down[y][k] * wide[k * columns * width + i];
        }
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate((width + resized.length) * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < width; i++) {
      bytes.putFloat(old[i]);
    }
    for (double value : resized) {
      bytes.putFloat((float) value);
    }
    return bytes.array();
  }

  private static void add(
      double weight, float[] from, int at, double[] into, int start, int count) {
    for (int i = 0; i < count && weight != 0; i++) {
      into[start + i] += weight * from[at + i];
    }
  }

  /** The shares of the old places of an axis in each new one; they sum to 1. */
  private static double[][] weights(int from, int to) {
    double scale = (double) from / to;
    double widening = Math.max(scale, 1);
    double[][] weights = new double[to][from];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max(0, (int) (centre - REACH * widening + 0.5));
      int end = Math.min(from, (int) (centre + REACH * widening + 0.5));
      double sum = 0;
      for (int k = first; k < end; k++) {
        weights[i][k] = bicubic(Math.abs(k - centre + 0.5) / widening);
        sum += weights[i][k];
      }
      for (int k = first; k < end; k++) {
        weights[i][k] /= sum;
      }
    }
    return weights;
  }

  private static double bicubic(double x) {
    if (x < 1) {
      return ((BICUBIC + 2) * x - (BICUBIC + 3)) * x * x + 1;
    }
    return x < REACH ? BICUBIC * (((x - 5) * x + 8) * x - 4) : 0;
  }
}
