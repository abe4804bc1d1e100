package io.github.sid4j.data;

/** A built-in augmentation of the training part. Immutable, and so safe for several threads. */
public enum AugmentationChoice {
  /** Crop and flip for published colour images, none for other data. */
  AUTO("auto"),
  /** Every example as it is. */
  NONE("none"),
  /** Images are moved by a few pixels, and half of them mirrored. */
  CROP_FLIP("crop-flip"),
  /** As crop-flip by two pixels, with the image reflected around itself in place of black. */
  REFLECT_FLIP("reflect-flip"),
  /** Half of the images are mirrored. */
  FLIP("flip"),
  /** Photos are cropped, resized and mirrored at random, and their colours change. */
  PHOTO("photo"),
  /** One change of TrivialAugment for each photo, on a crop that may be mirrored. */
  TRIVIAL("trivial");

  private final String wireName;

  AugmentationChoice(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Its name in files and flags.
   *
   * @return lower case, with hyphens
   */
  public String wireName() {
    return wireName;
  }
}
