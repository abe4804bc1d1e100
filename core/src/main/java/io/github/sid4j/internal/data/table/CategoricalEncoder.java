package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.sid4j.internal.data.format.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Encodes categories: a 1 at the category's place among 0s. Missing is a category of its own if
 * training has shown it; a category that training has not shown becomes all 0s, or that of the rare
 * ones if there is one.
 */
public final class CategoricalEncoder implements ColumnEncoder {
  private static final String MISSING = "";

  private final List<String> categories;
  private final boolean joinsRare;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Takes what training has shown, all of it kept apart.
   *
   * @param categories all different, in the order of their places; an empty text for missing
   */
  public CategoricalEncoder(List<String> categories) {
    this(categories, false);
  }

  /**
   * Takes what training has shown.
   *
   * @param categories all different, in the order of their places; an empty text for missing
   * @param joinsRare whether behind these there is a place for all others; null, as in models of
   *     earlier versions, for no
   */
  @JsonCreator
  public CategoricalEncoder(
      @JsonProperty("categories") List<String> categories,
      @JsonProperty(value = "joins_rare", isRequired = OptBoolean.FALSE) Boolean joinsRare) {
    this.categories = List.copyOf(categories);
    this.joinsRare = joinsRare != null && joinsRare;
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
   * Whether behind the categories there is a place for all others.
   *
   * @return true if training has shown categories that are too rare for a place of their own
   */
  @JsonProperty("joins_rare")
  public boolean joinsRare() {
    return joinsRare;
  }

  /**
   * Learns from a training part.
   *
   * @param training all its cells, the validation part's, too, so that the width is the same
   *     whichever cells that has
   * @param format of the cells
   * @param rare how often a category occurs at least to be kept apart
   * @return the encoder
   */
  public static CategoricalEncoder learn(List<String> training, CellFormat format, int rare) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String cell : training) {
      counts.merge(format.isMissing(cell) ? MISSING : CellText.stripped(cell), 1, Integer::sum);
    }
    List<String> kept =
        counts.entrySet().stream()
            .filter(counted -> counted.getKey().isEmpty() || counted.getValue() >= rare)
            .map(Map.Entry::getKey)
            .toList();
    return new CategoricalEncoder(kept, kept.size() < counts.size());
  }

  @Override
  public int width() {
    return places.size() + (joinsRare ? 1 : 0);
  }

  @Override
  public CellKind encode(String cell, CellFormat format, float[] into, int offset) {
    // A category that an earlier version learned with the spaces inside its quotes has them still.
    String text = places.containsKey(cell) ? cell : CellText.stripped(cell);
    // A mark that was a category when the model was trained still is one.
    boolean missing = !places.containsKey(text) && format.isMissing(cell);
    Integer place = places.get(missing ? MISSING : text);
    if (place == null && joinsRare && !missing && !text.isEmpty()) {
      place = places.size();
    }
    if (place != null) {
      into[offset + place] = 1;
    }
    if (missing || text.isEmpty()) {
      return CellKind.MISSING;
    }
    return places.containsKey(text) ? CellKind.VALUE : CellKind.UNKNOWN;
  }
}
