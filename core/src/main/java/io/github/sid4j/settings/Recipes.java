package io.github.sid4j.settings;

import java.util.Map;

/**
 * Defaults that suit one data set better than those of the table. They take effect below whatever
 * the user gives.
 */
public final class Recipes {
  private Recipes() {}

  /**
   * What differs from the table's defaults.
   *
   * @param dataset a word of {@link DataSetting#DATASET}
   * @return texts by setting name, never {@code dataset} itself; empty if nothing differs
   */
  public static Map<String, String> of(String dataset) {
    // The 1797 digits fill too few batches of the table's size for 20 epochs to learn them.
    return dataset.equals("digits") ? Map.of("batch", "32") : Map.of();
  }
}
