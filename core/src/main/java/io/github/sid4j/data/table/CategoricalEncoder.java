package io.github.sid4j.data.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sid4j.error.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes categories: a 1 at the category's place among 0s. Missing is a category of its own if
 * training has shown it; a category that training has not shown becomes all 0s.
 */
public final class CategoricalEncoder implements ColumnEncoder {
  /** A text column with more different values is an identifier or free text, not a category. */
  private static final int MAX_CATEGORIES = 256;

  private final List<String> categories;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Takes what training has shown.
   *
   * @param categories all different, in the order of their places; an empty text for missing
   */
  @JsonCreator
  public CategoricalEncoder(@JsonProperty("categories") List<String> categories) {
    this.categories = List.copyOf(categories);
    for (String category : categories) {
      places.put(category, places.size());
    }
  }

  /**
   * What training has shown.
   *
   * @return in the order of their places; an empty text for missing
   */
  @JsonProperty("categories")
  public List<String> categories() {
    return categories;
  }

  static ColumnEncoder learn(String column, List<String> cells) {
    List<String> categories =
        cells.stream().map(CategoricalEncoder::category).distinct().sorted().toList();
    if (categories.size() > MAX_CATEGORIES) {
      throw new InputException(
          column,
          "numbers, or at most " + MAX_CATEGORIES + " different texts",
          categories.size() + " different texts, such as \"" + categories.get(1) + "\"",
          "remove the column, or mend what keeps it from being numbers");
    }
    return new CategoricalEncoder(categories);
  }

  @Override
  public int width() {
    return places.size();
  }

  @Override
  public void encode(String cell, float[] into, int offset) {
    Integer place = places.get(category(cell));
    if (place != null) {
      into[offset + place] = 1;
    }
  }

  private static String category(String cell) {
    return Cells.isMissing(cell) ? "" : cell;
  }
}
