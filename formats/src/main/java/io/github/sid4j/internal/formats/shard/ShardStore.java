package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DataDigest;
import io.github.sid4j.internal.data.format.FolderListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The samples of shards one behind the other. Safe for several threads. */
public final class ShardStore {
  private final List<ImageShard> shards;
  private final Function<ImageShard, String> names;

  /** The first sample of each shard, and the number of all. */
  private final int[] starts;

  /**
   * Shards.
   *
   * @param shards in order
   * @param names of the shards, for messages and samples' names
   */
  public ShardStore(List<ImageShard> shards, Function<ImageShard, String> names) {
    this.shards = List.copyOf(shards);
    this.names = names;
    this.starts = new int[shards.size() + 1];
    for (int i = 0; i < shards.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], shards.get(i).size());
    }
  }

  /** How many samples there are. */
  public int size() {
    return starts[shards.size()];
  }

  private int shard(int sample) {
    int found = Arrays.binarySearch(starts, sample);
    int shard = found >= 0 ? found : -found - 2;
    while (starts[shard + 1] <= sample) {
      shard++; // Shards may be empty.
    }
    return shard;
  }

  /** The number of a label; -1 if a sample has none. */
  public int label(int sample) {
    int shard = shard(sample);
    return shards.get(shard).label(sample - starts[shard]);
  }

  /** A sample of the same block, the same for all of them. */
  public int block(int sample) {
    int shard = shard(sample);
    return starts[shard] + shards.get(shard).blockStart(sample - starts[shard]);
  }

  /** By what a person finds a sample. */
  public String name(int sample) {
    int shard = shard(sample);
    ImageShard one = shards.get(shard);
    return names.apply(one) + ":" + one.name(sample - starts[shard]);
  }

  /** The file and the place in it, for messages. */
  public String where(int sample) {
    int shard = shard(sample);
    ImageShard one = shards.get(shard);
    return one.file() + ":" + one.name(sample - starts[shard]);
  }

  /** What the indices know of the shards. */
  public String sha256() {
    MessageDigest digest = DataDigest.sha256();
    shards.forEach(shard -> shard.fingerprint(digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** When the files were last changed, which goes with the indices where pixels are not hashed. */
  public String times() {
    return shards.stream().map(ShardStore::time).collect(Collectors.joining(" "));
  }

  private static String time(ImageShard shard) {
    try {
      return Files.getLastModifiedTime(shard.file()).toString();
    } catch (IOException e) {
      throw FolderListing.unreadable(shard.file(), e);
    }
  }

  /** A reader that keeps the block of its last sample open. To be used by one thread. */
  public Cursor cursor() {
    return new Cursor();
  }

  /** Reads samples, cheapest in their order. */
  public final class Cursor implements AutoCloseable {
    private SampleReader reader;
    private int block = -1;
    private int next;
    private InputException damage;

    private Cursor() {}

    /**
     * The bytes of an image file.
     *
     * @throws InputException if it is damaged, or cannot be read
     */
    public byte[] image(int sample) {
      int wanted = block(sample);
      if (wanted != block || sample < next) {
        close();
        block = wanted;
        damage = null;
      }
      if (damage != null) {
        throw damage;
      }
      int shard = shard(sample);
      if (reader == null) {
        reader = opened(shard, sample - starts[shard]);
      }
      next = sample + 1;
      try {
        return reader.image(sample - starts[shard]);
      } catch (IOException e) {
        throw FolderListing.unreadable(shards.get(shard).file(), e);
      }
    }

    private SampleReader opened(int shard, int sample) {
      try {
        return shards.get(shard).open(sample);
      } catch (IOException e) {
        throw FolderListing.unreadable(shards.get(shard).file(), e);
      } catch (InputException e) {
        damage = e;
        throw e;
      }
    }

    @Override
    public void close() {
      block = -1;
      try (SampleReader closed = reader) {
        reader = null;
      } catch (IOException e) {
        throw new UncheckedIOException("a file that was only read", e);
      }
    }
  }
}
