package io.github.sid4j.internal.train;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.internal.data.CropFlip;
import io.github.sid4j.internal.data.ImageBorder;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.Mirroring;
import io.github.sid4j.internal.data.MultimodalAugmentation;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.PhotoAugmentation;
import io.github.sid4j.internal.settings.MultimodalSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random changes to training samples, as settings name them. */
final class AugmentationParts {
  private static final String TINY_IMAGENET = "tiny-imagenet";
  private static final int PADDING = 4;

  /** For images of twice the side as those of CIFAR. */
  private static final int TINY_IMAGENET_PADDING = 8;

  /** A reflection shows what is there twice, so that little of it is enough. */
  private static final int REFLECTED = 2;

  private AugmentationParts() {}

  /**
   * What the settings name.
   *
   * @param dataset its name
   * @param encoding how its images are prepared; {@code null} for what is no image
   */
  static Augmentation of(Settings settings, String dataset, @Nullable InputEncoding encoding) {
    if (encoding instanceof MultimodalEncoding several) {
      double dropout = settings.get(MultimodalSetting.INPUT_DROPOUT);
      return new MultimodalAugmentation(several, images -> of(settings, dataset, images), dropout);
    }
    return switch (settings.get(TrainingSetting.AUGMENT)) {
      case "crop-flip" -> black(settings, dataset);
      case "reflect-flip" ->
          new CropFlip(pixels(settings, REFLECTED), ImageBorder.REFLECTED, mirroring(settings));
      case "flip" ->
          mirroring(settings) == Mirroring.RANDOM
              ? PhotoAugmentation.flip(encoding)
              : new CropFlip(0, ImageBorder.BLACK, mirroring(settings));
      case "photo" -> PhotoAugmentation.photo(encoding);
      case "trivial" -> PhotoAugmentation.trivial(encoding);
      case "none" -> Augmentation.NONE;
      default ->
          Set.of("cifar10", "cifar100", TINY_IMAGENET).contains(dataset)
              ? black(settings, dataset)
              : Augmentation.NONE;
    };
  }

  private static Augmentation black(Settings settings, String dataset) {
    int usual = dataset.equals(TINY_IMAGENET) ? TINY_IMAGENET_PADDING : PADDING;
    return new CropFlip(pixels(settings, usual), ImageBorder.BLACK, mirroring(settings));
  }

  private static int pixels(Settings settings, int usual) {
    int given = settings.get(TrainingSetting.CROP_PIXELS);
    return given > 0 ? given : usual;
  }

  private static Mirroring mirroring(Settings settings) {
    return settings.get(TrainingSetting.FLIP).equals("alternating")
        ? Mirroring.ALTERNATING
        : Mirroring.RANDOM;
  }
}
