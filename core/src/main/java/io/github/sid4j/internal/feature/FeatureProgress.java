package io.github.sid4j.internal.feature;

/** Hears how far the computing of features is. */
@FunctionalInterface
public interface FeatureProgress {
  /**
   * A batch is done.
   *
   * @param done photos and views so far
   * @param total how many there will be
   * @param perSecond photos and views in a second, so far
   */
  void computed(long done, long total, double perSecond);
}
