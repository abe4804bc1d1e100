package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Images from which the mean and the standard deviation of each channel are learned. What memory
 * does not hold reads them otherwise.
 */
public class RawImages implements RawExamples {
  private static final int COLOURS = 3;

  private final Pixels images;
  private final ImageRules rules;

  /** By image; empty where places are names. */
  private final List<String> names;

  /** By image; empty where all are alone. */
  private final int[] groups;

  /** Images that are read as they are, whose places are their names. */
  public RawImages(Pixels images) {
    this(images, ImageRules.DEFAULT, List.of());
  }

  /**
   * Images that were read by rules.
   *
   * @param names by image; none where places are names
   * @param groups by image, as {@link #group}; none where all are alone
   */
  public RawImages(Pixels images, ImageRules rules, List<String> names, int... groups) {
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
    ChannelLevels levels = levels(kept);
    int[] shape = images.shape();
    ImageEncoding encoding =
        new ImageEncoding(
            shape[1],
            shape[2],
            images.maximum(),
            levels.means(images.maximum()),
            levels.deviations(images.maximum()),
            rules);
    return indices -> prepared(images, names, indices, encoding);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    Pixels images = likeChannels(encoding.shape()[0]);
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
    return indices -> prepared(images, names, indices, own);
  }

  @Override
  public Preparation by(PhotoPreparation preparation) {
    Pixels images = likeChannels(preparation.mean().size());
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
    return indices -> prepared(images, names, indices, encoding);
  }

  /** Grey images for a network that reads colours have three equal channels. */
  private Pixels likeChannels(int channels) {
    return channels == COLOURS && images.shape()[0] == 1 ? images.inColour() : images;
  }

  /** Counts the levels of some images. */
  protected ChannelLevels levels(int... kept) {
    ChannelLevels levels = new ChannelLevels(images.shape()[0]);
    for (int index : kept) {
      levels.add(images.pixels(index));
    }
    return levels;
  }

  /**
   * Some images as the network sees them.
   *
   * @param pixels of all images
   * @param ids the names of all images; none where their places are their names
   * @param indices those to show
   * @param encoding of their shape
   */
  protected Examples prepared(
      Pixels pixels, List<String> ids, int[] indices, ImageEncoding encoding) {
    return new PreparedImages(pixels, ids, indices, encoding);
  }
}
