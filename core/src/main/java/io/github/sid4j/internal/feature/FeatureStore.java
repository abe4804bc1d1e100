package io.github.sid4j.internal.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Features of one network in a file that grows. A process that is killed leaves at most a row that
 * is not whole, which is not counted. For one thread, and one process, at a time: {@link
 * FeatureCache} sees to it.
 */
final class FeatureStore implements AutoCloseable {
  private final RowLayout layout;
  private final FileChannel file;
  private final Map<ContentHash, Long> places = new HashMap<>();
  private long rows;

  /** Opens a file, or begins one. */
  FeatureStore(Path path, int width) throws IOException {
    this.layout = new RowLayout(width);
    this.file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      index();
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void index() throws IOException {
    rows = file.size() / layout.bytes();
    ByteBuffer row = ByteBuffer.allocate(layout.bytes());
    for (long i = 0; i < rows; i++) {
      readFully(row.clear(), i * layout.bytes());
      if (layout.isWhole(row)) {
        places.put(ContentHash.read(row, 0), i);
      }
    }
  }

  private void readFully(ByteBuffer into, long position) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, position + into.position()) < 0) {
        throw new IOException("the file of features ends within a row");
      }
    }
  }

  boolean has(ContentHash hash) {
    return places.containsKey(hash);
  }

  /**
   * Adds rows.
   *
   * @param hashes of the examples
   * @param values features of the first, then of the second, and so on
   */
  void append(List<ContentHash> hashes, float[] values) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(hashes.size() * layout.bytes());
    for (int i = 0; i < hashes.size(); i++) {
      layout.write(hashes.get(i), values, i * layout.width(), block);
    }
    block.flip();
    long position = rows * layout.bytes();
    while (block.hasRemaining()) {
      position += file.write(block, position);
    }
    for (ContentHash hash : hashes) {
      places.put(hash, rows++);
    }
  }

  /**
   * Where rows are.
   *
   * @param hashes of examples that are all there
   */
  long[] places(List<ContentHash> hashes) {
    return hashes.stream().mapToLong(places::get).toArray();
  }

  MappedRows mapped() throws IOException {
    return new MappedRows(file, layout, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
