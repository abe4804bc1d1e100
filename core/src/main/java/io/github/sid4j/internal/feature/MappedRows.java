package io.github.sid4j.internal.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a file, mapped: the system keeps in memory what it has room for. A mapping ends below
 * 2 GB, so there are several of whole rows each. Safe for use by several threads.
 */
final class MappedRows {
  private static final long MOST_BYTES = 1L << 30;

  private final RowLayout layout;
  private final int rowsOfPiece;
  private final List<FloatBuffer> pieces = new ArrayList<>();

  /**
   * Maps a file.
   *
   * @param rows that it has
   */
  MappedRows(FileChannel file, RowLayout layout, long rows) throws IOException {
    this.layout = layout;
    this.rowsOfPiece = Math.toIntExact(MOST_BYTES / layout.bytes());
    for (long from = 0; from < rows; from += rowsOfPiece) {
      long count = Math.min(rowsOfPiece, rows - from);
      ByteBuffer piece =
          file.map(FileChannel.MapMode.READ_ONLY, from * layout.bytes(), count * layout.bytes());
      pieces.add(piece.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    }
  }

  void read(long row, float[] into, int offset) {
    int inPiece = (int) (row % rowsOfPiece);
    int from = (inPiece * layout.bytes() + layout.values()) / Float.BYTES;
    pieces.get((int) (row / rowsOfPiece)).get(from, into, offset, layout.width());
  }
}
