package io.github.sid4j.internal.data.image;

/**
 * What becomes of one axis of an image: it is resized, some of it is kept and put into the target.
 *
 * @param resized length of all of it, in new pixels
 * @param from the first new pixel that is kept
 * @param count how many new pixels are kept
 * @param offset where the first of them is in the target
 * @param target length of the target
 */
record AxisFit(int resized, int from, int count, int offset, int target) {
  /** Nothing changes. */
  static AxisFit same(int length) {
    return new AxisFit(length, 0, length, 0, length);
  }

  /** Resized, and of the target's length from the middle. */
  private static AxisFit cropped(int resized, int target) {
    // Half the surplus, rounded half to even, as torchvision does.
    int from = (int) Math.rint((resized - target) / 2.0);
    return new AxisFit(resized, from, target, 0, target);
  }

  private static AxisFit padded(int resized, int target) {
    return new AxisFit(resized, 0, resized, (target - resized) / 2, target);
  }

  /**
   * The fit of an image's axis.
   *
   * @param length of this axis, upright
   * @param other length of the other axis
   * @param side of the square
   */
  static AxisFit of(int length, int other, int side, ImageRules rules) {
    int resized = (int) Math.floor(side / rules.cropShare());
    int shorter = Math.min(length, other);
    int longer = Math.max(length, other);
    return switch (rules.fit()) {
      case STRETCH -> cropped(resized, side);
      case CROP ->
          cropped(length == shorter ? resized : (int) ((long) resized * longer / shorter), side);
      case PAD -> {
        int part = length == longer ? resized : (int) ((long) resized * shorter / longer);
        yield part >= side ? cropped(part, side) : padded(Math.max(1, part), side);
      }
    };
  }
}
