package io.github.sid4j.model;

/**
 * What the stages of a network have alike where no cuts are given. Constants, safe for several
 * threads.
 */
public enum StageBalance {
  /** The multiplications of the forward, which are counted. */
  MULTIPLICATIONS("multiplications"),
  /** The memory of what the forward makes, which is counted on two samples. */
  ACTIVATIONS("activations"),
  /** The time of a step, which is measured: another machine may cut at other places. */
  TIME("time"),
  /** The memory of a step, which is measured. */
  MEMORY("memory");

  private final String wireName;

  StageBalance(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Its name in files and flags.
   *
   * @return lower case
   */
  public String wireName() {
    return wireName;
  }
}
