package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.internal.data.RawExamples;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images from which the mean and the standard deviation of each channel are learned. */
final class RawImages implements RawExamples {
  private static final int LEVELS = 256;
  private static final int COLOURS = 3;

  private final ByteImages images;
  private final ImageRules rules;

  /** By image; empty where places are names. */
  private final List<String> names;

  /** By image; empty where all are alone. */
  private final int[] groups;

  RawImages(ByteImages images) {
    this(images, ImageRules.DEFAULT, List.of());
  }

  /**
   * Images that were read by rules.
   *
   * @param names by image; none where places are names
   * @param groups by image, as {@link #group}; none where all are alone
   */
  RawImages(ByteImages images, ImageRules rules, List<String> names, int... groups) {
    this.images = images;
    this.rules = rules;
    this.names = names;
    this.groups = groups;
  }

  @Override
  public boolean isGrouped() {
    return groups.length > 0;
  }

  @Override
  public int group(int index) {
    return groups.length == 0 ? -1 : groups[index];
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int label(int index) {
    return images.label(index);
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    for (int dimension : images.shape()) {
      out.writeInt(dimension);
    }
    out.writeInt(images.maximum());
    for (int i = 0; i < images.size(); i++) {
      out.write(images.pixels(i));
      out.writeInt(images.label(i));
    }
  }

  @Override
  public Preparation learn(int[] kept, int[] training) {
    long[][] counts = countLevels(kept);
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (long[] channel : counts) {
      double mean = mean(channel);
      means.add(mean);
      deviations.add(deviation(channel, mean));
    }
    int[] shape = images.shape();
    ImageEncoding encoding =
        new ImageEncoding(shape[1], shape[2], images.maximum(), means, deviations, rules);
    return indices -> new PreparedImages(images, names, indices, encoding);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    ByteImages images = likeChannels(encoding.shape()[0]);
    int[] shape = images.shape();
    if (!(encoding instanceof ImageEncoding known) || !Arrays.equals(known.shape(), shape)) {
      throw RawExamples.unlike(encoding, "images of " + Arrays.toString(shape));
    }
    // Full brightness may be another level here.
    ImageEncoding own =
        new ImageEncoding(
            known.height(),
            known.width(),
            images.maximum(),
            known.mean(),
            known.deviation(),
            rules);
    return indices -> new PreparedImages(images, names, indices, own);
  }

  @Override
  public Preparation by(PhotoPreparation preparation) {
    ByteImages images = likeChannels(preparation.mean().size());
    int[] shape = images.shape();
    if (shape[0] != preparation.mean().size()) {
      throw new InputException(
          "data",
          "images of %s channels, which the network of pretrained reads"
              .formatted(preparation.mean().size()),
          "%s channels".formatted(shape[0]),
          "convert the images, or leave out pretrained");
    }
    ImageEncoding encoding =
        new ImageEncoding(
            shape[1],
            shape[2],
            images.maximum(),
            preparation.mean(),
            preparation.deviation(),
            rules);
    return indices -> new PreparedImages(images, names, indices, encoding);
  }

  /** Grey images for a network that reads colours have three equal channels. */
  private ByteImages likeChannels(int channels) {
    return channels == COLOURS && images.shape()[0] == 1 ? images.inColour() : images;
  }

  /** Counting is exact, so the result does not depend on the order of summing. */
  private long[][] countLevels(int[] training) {
    int[] shape = images.shape();
    long[][] counts = new long[shape[0]][LEVELS];
    int plane = shape[1] * shape[2];
    for (int index : training) {
      byte[] image = images.pixels(index);
      for (int c = 0; c < shape[0]; c++) {
        for (int p = c * plane; p < (c + 1) * plane; p++) {
          counts[c][image[p] & 0xFF]++;
        }
      }
    }
    return counts;
  }

  private double mean(long[] counts) {
    double total = 0;
    double sum = 0;
    for (int level = 0; level < LEVELS; level++) {
      total += counts[level];
      sum += counts[level] * (level / (double) images.maximum());
    }
    return sum / total;
  }

  private double deviation(long[] counts, double mean) {
    double total = 0;
    double squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      double distance = level / (double) images.maximum() - mean;
      total += counts[level];
      squares += counts[level] * distance * distance;
    }
    // A channel that never varies has no deviation to divide by.
    return squares > 0 ? Math.sqrt(squares / total) : 1;
  }
}
