package io.github.sid4j.internal.feature;

import io.github.sid4j.data.Augmentation;

/**
 * What training sees of each photo: the photo as it is, and views of it that were changed at random
 * once and for all. Immutable.
 *
 * @param count changed views, at least 0
 * @param augmentation how they are changed
 * @param change its name, for the features that are kept
 */
public record Views(int count, Augmentation augmentation, String change) {
  /** Photos as they are. */
  public static final Views NONE = new Views(0, Augmentation.NONE, "none");

  /**
   * What distinguishes the content of a view from that of the photo; empty for view 0, which is it.
   */
  String name(int view) {
    return view == 0 ? "" : "view %s %s".formatted(view, change);
  }
}
