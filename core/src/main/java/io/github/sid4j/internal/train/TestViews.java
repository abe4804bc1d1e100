package io.github.sid4j.internal.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageBorder;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * How an image is looked at when a network is tested: as it is, mirrored, or also moved by a pixel
 * up to the left and down to the right, with the image reflected at its border. The views' weights
 * sum to 1.
 */
final class TestViews {
  /** The image alone. */
  static final TestViews PLAIN = new TestViews(List.of(new View(0, false, 1)));

  private static final TestViews MIRRORED =
      new TestViews(List.of(new View(0, false, 0.5), new View(0, true, 0.5)));

  private static final TestViews SHIFTED =
      new TestViews(
          List.of(
              new View(0, false, 0.25),
              new View(0, true, 0.25),
              new View(-1, false, 0.125),
              new View(-1, true, 0.125),
              new View(1, false, 0.125),
              new View(1, true, 0.125)));

  private final List<View> views;

  private TestViews(List<View> views) {
    this.views = views;
  }

  /** One of them: moved down and right by a number of pixels, and then perhaps mirrored. */
  record View(int moved, boolean mirrored, double weight) {
    /** What is seen of a batch of images. */
    Batch of(Batch batch) {
      if (moved == 0 && !mirrored) {
        return batch;
      }
      int[] shape = batch.shape();
      if (shape.length != 3 || Math.min(shape[1], shape[2]) < 2) {
        throw InputException.ofSetting(
            "tta",
            "none for what is no image",
            "samples of shape " + Arrays.toString(shape),
            "set it to none");
      }
      float[] seen = new float[batch.values().length];
      for (int row = 0; row < seen.length / shape[2]; row++) {
        int y = row % shape[1];
        int from = row - y + ImageBorder.REFLECTED.from(y - moved, shape[1]);
        for (int x = 0; x < shape[2]; x++) {
          int place = mirrored ? shape[2] - 1 - x : x;
          int source = ImageBorder.REFLECTED.from(place - moved, shape[2]);
          seen[row * shape[2] + x] = batch.values()[from * shape[2] + source];
        }
      }
      return new Batch(
          seen, batch.labels(), batch.trueLabels(), batch.indices(), batch.size(), shape);
    }
  }

  /** Those that settings want. */
  static TestViews of(Settings settings) {
    return switch (settings.get(TrainingSetting.TTA)) {
      case "mirror" -> MIRRORED;
      case "mirror-shift" -> SHIFTED;
      default -> PLAIN;
    };
  }

  List<View> views() {
    return views;
  }
}
