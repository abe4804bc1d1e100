package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.Levels;
import io.github.sid4j.internal.data.image.PhotoChanges;
import io.github.sid4j.internal.data.image.TrivialAugment;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes photos at random. They are changed as levels from 0 to 255 and prepared again as they
 * were. Safe for use by several threads.
 */
public final class PhotoAugmentation implements Augmentation {
  private final ImageEncoding encoding;
  private final BiConsumer<Levels, Rng> changes;

  private PhotoAugmentation(@Nullable InputEncoding encoding, BiConsumer<Levels, Rng> changes) {
    this.changes = changes;
    if (!(encoding instanceof ImageEncoding images)) {
      throw InputException.ofSetting(
          "augment", "none for what is no image", "a change of images", "set it to none");
    }
    this.encoding = images;
  }

  /**
   * A random crop that is resized to the whole, mirrored with probability 1/2, with other
   * brightness, contrast and saturation.
   *
   * @param encoding how the images are prepared; {@code null} for what is no image
   * @return the changes
   * @throws InputException if the samples are no images
   */
  public static Augmentation photo(@Nullable InputEncoding encoding) {
    return new PhotoAugmentation(
        encoding,
        (image, rng) -> {
          PhotoChanges.crop(image, rng);
          PhotoChanges.flip(image, rng);
          PhotoChanges.jitter(image, rng);
        });
  }

  /**
   * A random crop that is resized to the whole, mirrored with probability 1/2, and then one of the
   * 14 changes of TrivialAugment.
   *
   * @param encoding how the images are prepared; {@code null} for what is no image
   * @return the changes
   * @throws InputException if the samples are no images
   */
  public static Augmentation trivial(@Nullable InputEncoding encoding) {
    return new PhotoAugmentation(
        encoding,
        (image, rng) -> {
          PhotoChanges.crop(image, rng);
          PhotoChanges.flip(image, rng);
          TrivialAugment.apply(image, rng);
        });
  }

  /**
   * Mirrors with probability 1/2 and changes nothing else.
   *
   * @param encoding how the images are prepared; {@code null} for what is no image
   * @return the change
   * @throws InputException if the samples are no images
   */
  public static Augmentation flip(@Nullable InputEncoding encoding) {
    return new PhotoAugmentation(encoding, PhotoChanges::flip);
  }

  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Rng rng) {
    int plane = shape[1] * shape[2];
    byte[] levels = new byte[shape[0] * plane];
    for (int i = 0; i < levels.length; i++) {
      int c = i / plane;
      double brightness = values[offset + i] * encoding.deviation().get(c) + encoding.mean().get(c);
      levels[i] = (byte) Math.round(brightness * 255);
    }
    byte[] before = levels.clone();
    changes.accept(new Levels(levels, shape[0], shape[1], shape[2]), rng);
    if (Arrays.equals(levels, before)) {
      return;
    }
    for (int i = 0; i < levels.length; i++) {
      int c = i / plane;
      double brightness = (levels[i] & 0xFF) / 255.0;
      values[offset + i] =
          (float) ((brightness - encoding.mean().get(c)) / encoding.deviation().get(c));
    }
  }
}
