package io.github.sid4j.internal.probe;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.ExamplesAround;

/** A number of examples at equal distances, so that data in the order of its classes has all. */
final class ThinnedExamples extends ExamplesAround {
  private final int all;
  private final int kept;

  private ThinnedExamples(Examples plain, int kept) {
    super(plain);
    this.all = plain.size();
    this.kept = kept;
  }

  /** At most so many of them, at least one if there is one. */
  static Examples of(Examples plain, int most) {
    return plain.size() <= most ? plain : new ThinnedExamples(plain, most);
  }

  @Override
  public int size() {
    return kept;
  }

  @Override
  protected int place(int index) {
    return (int) ((long) index * all / kept);
  }
}
