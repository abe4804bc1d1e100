package io.github.sid4j.internal.data.image;

/**
 * How a stored image is to be turned to be upright: what Exif's orientation tag says. The upright
 * column is a stored column, or, if it is transposed, a stored row; each may count from the other
 * end.
 *
 * @param transposed whether upright columns are stored rows
 * @param fromRight whether upright columns count from the end of what they are stored as
 * @param fromBottom whether upright rows count from the end of what they are stored as
 */
public record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {
  /** As it is stored. */
  public static final Orientation UPRIGHT = new Orientation(false, false, false);

  /**
   * What a tag means.
   *
   * @param tag 1 to 8; all other numbers mean 1
   * @return the orientation
   */
  public static Orientation ofTag(int tag) {
    return switch (tag) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, true, false);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, false, true);
      default -> UPRIGHT;
    };
  }
}
