package io.github.sid4j.internal.data;

/**
 * How data in shards is read.
 *
 * @param window how many images memory holds at a time, among which an epoch is shuffled; 0 holds
 *     all
 * @param readers threads that decode images, at least 1; they change no result
 * @param skipDamaged whether what is damaged is counted and left out instead of refused
 */
public record ReadingRules(int window, int readers, boolean skipDamaged) {
  /** All in memory, nothing damaged. */
  public static final ReadingRules DEFAULT = new ReadingRules(0, 1, false);

  /** Refuses numbers out of range. */
  public ReadingRules {
    if (window < 0 || readers < 1) {
      throw new IllegalArgumentException("window %s, readers %s".formatted(window, readers));
    }
  }
}
