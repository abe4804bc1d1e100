package io.github.sid4j.internal.formats;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ChannelLevels;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ReadAhead;
import io.github.sid4j.internal.formats.shard.ShardStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes every image once, in the order of storage: finds what is damaged, whether any has colour,
 * and how often each level stands in the training part. Keeps them if memory is to hold all.
 */
final class ImageScan {
  /** So that decoders need not wait for each other. */
  private static final int ROOM = 64;

  private final ShardStore store;
  private final ImageReading reading;
  private final Damages damages;
  private final List<PixelImage> kept = new ArrayList<>();
  private final ChannelLevels grey = new ChannelLevels(1);
  private final ChannelLevels colours = new ChannelLevels(3);
  private PixelImage first;
  private boolean colour;

  ImageScan(ShardStore store, ImageReading reading, Damages damages) {
    this.store = store;
    this.reading = reading;
    this.damages = damages;
  }

  /**
   * Scans.
   *
   * @param wanted samples in rising order
   * @param labels their classes
   * @param training how many of them are of the training part's files
   * @param where the data, for messages
   */
  ScannedImages scan(int[] wanted, int[] labels, int training, String where) {
    int[] usable = new int[wanted.length];
    int size = 0;
    try (ReadAhead<PixelImage> ahead = ahead(wanted)) {
      for (int i = 0; i < wanted.length; i++) {
        PixelImage image = taken(ahead, i);
        if (image != null) {
          usable[size++] = i;
          add(image, store.where(wanted[i]), i < training, () -> checkMemory(wanted.length, where));
        }
      }
    }
    if (first == null) {
      throw new InputException(where, "images that can be read", "none", "give the right files");
    }
    return new ScannedImages(
        IntStream.range(0, size).map(i -> wanted[usable[i]]).toArray(),
        IntStream.range(0, size).map(i -> labels[usable[i]]).toArray(),
        colour ? 3 : 1,
        first.height(),
        first.width(),
        levels());
  }

  private void checkMemory(int all, String where) {
    reading.checkMemory(all, first.height(), first.width(), where);
  }

  private PixelImage taken(ReadAhead<PixelImage> ahead, int slot) {
    try {
      return ahead.take(slot);
    } catch (InputException e) {
      damages.sample(e);
      return null;
    }
  }

  private void add(PixelImage image, String where, boolean training, Runnable checkMemory) {
    if (first == null) {
      first = image;
      checkMemory.run();
    }
    reading.checkSize(image, where, first.height(), first.width());
    colour |= image.colour();
    if (training) {
      (image.colour() ? colours : grey).add(image.values(image.colour() ? 3 : 1));
    }
    if (reading.inMemory()) {
      kept.add(image);
    }
  }

  private ChannelLevels levels() {
    if (!colour) {
      return grey;
    }
    colours.add(grey, 1);
    return colours;
  }

  /** The images in order, if memory is to hold all. */
  List<PixelImage> images() {
    return kept;
  }

  private ReadAhead<PixelImage> ahead(int... wanted) {
    ShardStore.Cursor cursor = store.cursor();
    return new ReadAhead<>(
        IntStream.range(0, wanted.length).toArray(),
        new ReadAhead.Loader<>() {
          @Override
          public ReadAhead.Decoding<PixelImage> read(int slot) {
            byte[] bytes = cursor.image(wanted[slot]);
            return () -> reading.decode(bytes, store.where(wanted[slot]));
          }

          @Override
          public void end() {
            cursor.close();
          }
        },
        ROOM,
        reading.rules().readers());
  }
}
