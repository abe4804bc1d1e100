package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.Pixels;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.formats.shard.ReadAhead;
import io.github.sid4j.internal.formats.shard.ShardStore;
import java.util.AbstractList;
import java.util.List;

/** Images that stay in their shards until they are read. Safe for several threads. */
final class ShardImages implements Pixels {
  private static final int LEVELS = 255;

  private final ShardStore store;
  private final ImageReading reading;
  private final ScannedImages scanned;
  private final int channels;
  private final ShardStore.Cursor cursor;

  /** Images as they are, with as many channels as they have. */
  ShardImages(ShardStore store, ImageReading reading, ScannedImages scanned) {
    this(store, reading, scanned, scanned.channels());
  }

  private ShardImages(ShardStore store, ImageReading reading, ScannedImages scanned, int channels) {
    this.store = store;
    this.reading = reading;
    this.scanned = scanned;
    this.channels = channels;
    this.cursor = store.cursor();
  }

  @Override
  public int size() {
    return scanned.samples().length;
  }

  @Override
  public int[] shape() {
    return new int[] {channels, scanned.height(), scanned.width()};
  }

  @Override
  public int maximum() {
    return LEVELS;
  }

  @Override
  public int label(int index) {
    return scanned.labels()[index];
  }

  @Override
  public byte[] pixels(int index) {
    int sample = sample(index);
    byte[] bytes;
    synchronized (cursor) {
      bytes = cursor.image(sample);
    }
    return decoded(sample, bytes);
  }

  private byte[] decoded(int sample, byte[] bytes) {
    PixelImage image = reading.decode(bytes, store.where(sample));
    reading.checkSize(image, store.where(sample), scanned.height(), scanned.width());
    return image.values(channels);
  }

  @Override
  public Pixels inColour() {
    return new ShardImages(store, reading, scanned, 3);
  }

  /** Where an image is in the store. */
  int sample(int index) {
    return scanned.samples()[index];
  }

  int block(int index) {
    return store.block(sample(index));
  }

  ReadingRules rules() {
    return reading.rules();
  }

  /** The names of all, each made when it is asked for. */
  List<String> names() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return store.name(sample(index));
      }

      @Override
      public int size() {
        return ShardImages.this.size();
      }
    };
  }

  /**
   * Reads images ahead.
   *
   * @param slots in the order in which they are read
   * @param places for each slot the image
   * @param room how many may be in memory
   */
  ReadAhead<byte[]> ahead(int[] slots, int[] places, int room) {
    ShardStore.Cursor reader = store.cursor();
    return new ReadAhead<>(
        slots,
        new ReadAhead.Loader<>() {
          @Override
          public ReadAhead.Decoding<byte[]> read(int slot) {
            int sample = sample(places[slot]);
            byte[] bytes = reader.image(sample);
            return () -> decoded(sample, bytes);
          }

          @Override
          public void end() {
            reader.close();
          }
        },
        room,
        rules().readers());
  }
}
