package io.github.sid4j.internal.data;

/** What lies around an image. */
public enum ImageBorder {
  /** Black, before preparation. */
  BLACK {
    @Override
    public int from(int place, int size) {
      return place >= 0 && place < size ? place : -1;
    }
  },

  /** The image itself, mirrored at its outermost pixels. */
  REFLECTED {
    @Override
    public int from(int place, int size) {
      return place < 0 ? -place : place < size ? place : 2 * size - 2 - place;
    }
  };

  /**
   * The pixel that is seen at a place.
   *
   * @param place along one side, less than size beyond it
   * @param size of that side
   * @return 0 .. size - 1; -1 for black
   */
  public abstract int from(int place, int size);
}
