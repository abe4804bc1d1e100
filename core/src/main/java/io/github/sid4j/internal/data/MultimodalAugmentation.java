package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes samples of several inputs at random: the images among them as images are changed, and
 * then each input is left out with a probability. At least one of those that a sample has stays.
 */
public final class MultimodalAugmentation implements Augmentation {
  private final MultimodalEncoding encoding;
  private final int[] offsets;
  private final List<Change> changes = new ArrayList<>();
  private final double dropout;

  /** What is done to an image. */
  // Two are never compared, so the identity of the arrays does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  private record Change(int input, Augmentation augmentation, int[] shape, float[] padding) {}

  /**
   * Prepares the changes.
   *
   * @param encoding of the samples
   * @param ofImages makes the changes to an image by how it is prepared
   * @param dropout the probability, 0 to below 1
   */
  public MultimodalAugmentation(
      MultimodalEncoding encoding, Function<ImageEncoding, Augmentation> ofImages, double dropout) {
    this.encoding = encoding;
    this.offsets = encoding.offsets();
    this.dropout = dropout;
    for (int f = 0; f < offsets.length; f++) {
      if (encoding.inputs().get(f).encoding() instanceof ImageEncoding images) {
        Augmentation augmentation = ofImages.apply(images);
        if (augmentation != NONE) {
          changes.add(new Change(f, augmentation, images.shape(), black(images)));
        }
      }
    }
  }

  private static float[] black(ImageEncoding images) {
    float[][] levels = images.levels();
    float[] black = new float[levels.length];
    for (int c = 0; c < black.length; c++) {
      black[c] = levels[c][0];
    }
    return black;
  }

  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Rng rng) {
    apply(values, offset, shape, padding, new Turn(0, rng, rng));
  }

  @Override
  public void apply(float[] values, int offset, int[] shape, float[] padding, Turn turn) {
    for (Change change : changes) {
      int begin = offset + offsets[change.input];
      if (values[begin] > 0) {
        change.augmentation.apply(values, begin + 1, change.shape, change.padding, turn);
      }
    }
    leaveOut(values, offset, turn.rng());
  }

  private void leaveOut(float[] values, int offset, Rng rng) {
    if (dropout == 0) {
      return;
    }
    List<Integer> there = new ArrayList<>();
    List<Integer> out = new ArrayList<>();
    for (int f = 0; f < offsets.length; f++) {
      // A number for each input, so that a sample's turn does not depend on what it lacks.
      boolean drawn = rng.nextDouble() < dropout;
      if (values[offset + offsets[f]] > 0) {
        there.add(f);
        if (drawn) {
          out.add(f);
        }
      }
    }
    int kept = rng.nextInt(offsets.length);
    if (out.size() == there.size() && !out.isEmpty()) {
      out.remove(kept % out.size());
    }
    out.forEach(input -> encoding.removeFrom(values, offset, input));
  }
}
