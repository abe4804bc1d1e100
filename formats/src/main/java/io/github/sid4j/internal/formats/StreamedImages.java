package io.github.sid4j.internal.formats;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.ChannelLevels;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.Pixels;
import io.github.sid4j.internal.data.RawImages;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.formats.shard.ReadAhead;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images of shards that memory does not hold. Their means and deviations are exactly those that
 * they have in memory.
 */
final class StreamedImages extends RawImages {
  private static final int ROOM = 64;

  private final ShardImages images;
  private final ScannedImages scanned;
  private final int training;
  private final String sha256;

  /**
   * Images.
   *
   * @param training how many of them, from the first on, are of the training part's files
   * @param sha256 of what the indices know
   */
  StreamedImages(
      ShardImages images, ScannedImages scanned, ImageRules rules, int training, String sha256) {
    super(images, rules, images.names());
    this.images = images;
    this.scanned = scanned;
    this.training = training;
    this.sha256 = sha256;
  }

  /** Reads the smaller part: those that are kept, or the others of the training part's files. */
  @Override
  protected ChannelLevels levels(int... kept) {
    boolean[] isKept = new boolean[training];
    for (int index : kept) {
      if (index >= training) {
        return counted(kept);
      }
      isKept[index] = true;
    }
    int[] others = IntStream.range(0, training).filter(i -> !isKept[i]).toArray();
    if (others.length >= kept.length) {
      return counted(kept);
    }
    ChannelLevels levels = new ChannelLevels(scanned.channels());
    levels.add(scanned.training(), 1);
    levels.add(counted(others), -1);
    return levels;
  }

  private ChannelLevels counted(int... indices) {
    ChannelLevels levels = new ChannelLevels(scanned.channels());
    int[] slots = IntStream.range(0, indices.length).toArray();
    try (ReadAhead<byte[]> ahead = images.ahead(slots, indices, ROOM)) {
      for (int slot : slots) {
        levels.add(ahead.take(slot));
      }
    }
    return levels;
  }

  @Override
  protected Examples prepared(
      Pixels pixels, List<String> ids, int[] indices, ImageEncoding encoding) {
    return new StreamedExamples((ShardImages) pixels, indices, encoding);
  }

  /** What the indices know, and which samples are used: the pixels are not read for it. */
  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(sha256);
    out.writeUTF(Arrays.toString(images.shape()));
    for (int i = 0; i < images.size(); i++) {
      out.writeInt(images.sample(i));
      out.writeInt(images.label(i));
    }
  }
}
