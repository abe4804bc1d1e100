package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;

/** Some examples of others, in an order of their own. */
public final class ChosenExamples extends ExamplesAround {
  private final int[] chosen;

  /**
   * Chooses examples.
   *
   * @param all that there are
   * @param chosen places of those to show
   */
  public ChosenExamples(Examples all, int... chosen) {
    super(all);
    this.chosen = chosen.clone();
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  protected int place(int index) {
    return chosen[index];
  }
}
