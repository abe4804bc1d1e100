package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sid4j.internal.data.format.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes categories: a 1 at the category's place among 0s. Missing is a category of its own if
 * training has shown it; a category that training has not shown becomes all 0s.
 */
public final class CategoricalEncoder implements ColumnEncoder {
  private static final String MISSING = "";

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

  /**
   * Learns from a training part.
   *
   * @param training all its cells, the validation part's, too, so that the width is the same
   *     whichever cells that has
   * @param format of the cells
   * @return the encoder
   */
  public static CategoricalEncoder learn(List<String> training, CellFormat format) {
    return new CategoricalEncoder(
        training.stream()
            .map(cell -> format.isMissing(cell) ? MISSING : CellText.stripped(cell))
            .distinct()
            .sorted()
            .toList());
  }

  @Override
  public int width() {
    return places.size();
  }

  @Override
  public CellKind encode(String cell, CellFormat format, float[] into, int offset) {
    // A category that an earlier version learned with the spaces inside its quotes has them still.
    String text = places.containsKey(cell) ? cell : CellText.stripped(cell);
    // A mark that was a category when the model was trained still is one.
    boolean missing = !places.containsKey(text) && format.isMissing(cell);
    Integer place = places.get(missing ? MISSING : text);
    if (place != null) {
      into[offset + place] = 1;
    }
    if (missing || text.isEmpty()) {
      return CellKind.MISSING;
    }
    return place == null ? CellKind.UNKNOWN : CellKind.VALUE;
  }
}
