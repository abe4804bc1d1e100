package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import java.util.List;

/** Examples whose classes have other places, since there are others beside them. */
final class ClassPlaces extends ExamplesAround {
  private final List<Integer> places;

  /**
   * Moves classes.
   *
   * @param plain as they were loaded
   * @param places the new place of each class
   */
  ClassPlaces(Examples plain, List<Integer> places) {
    super(plain);
    this.places = List.copyOf(places);
  }

  @Override
  public int label(int index) {
    return places.get(super.label(index));
  }

  @Override
  public int trueLabel(int index) {
    return places.get(super.trueLabel(index));
  }
}
