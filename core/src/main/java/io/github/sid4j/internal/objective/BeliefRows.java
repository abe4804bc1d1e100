package io.github.sid4j.internal.objective;

import java.util.Arrays;

/**
 * A module's beliefs of the samples of a batch as numbers of Java, for what remembers them.
 * Immutable.
 */
public final class BeliefRows {
  /** None were asked for. */
  public static final BeliefRows NONE = new BeliefRows(new float[0]);

  private final float[] values;

  private BeliefRows(float[] values) {
    this.values = values;
  }

  /**
   * Takes numbers.
   *
   * @param values row by row; not copied, and not to be changed
   */
  public static BeliefRows of(float... values) {
    return new BeliefRows(values);
  }

  /** The numbers, row by row; a copy. */
  public float[] values() {
    return values.clone();
  }

  /** How many numbers there are: 0 if none were asked for. */
  public int length() {
    return values.length;
  }

  /** These rows, and behind them others. */
  public BeliefRows followedBy(BeliefRows others) {
    if (values.length == 0 || others.values.length == 0) {
      return values.length == 0 ? others : this;
    }
    float[] all = Arrays.copyOf(values, values.length + others.values.length);
    System.arraycopy(others.values, 0, all, values.length, others.values.length);
    return new BeliefRows(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BeliefRows rows && Arrays.equals(values, rows.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** A few words: a report of a step is not to be longer than the batch. */
  @Override
  public String toString() {
    return values.length == 0 ? "none" : values.length + " numbers, hash " + hashCode();
  }
}
