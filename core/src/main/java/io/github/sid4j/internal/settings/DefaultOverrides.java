package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.DataSetting;
import io.github.sid4j.settings.MethodFacts;
import java.util.Map;

/**
 * Defaults that suit a data set better than those of the table. They take effect below whatever the
 * user gives. Those of a method are in its {@link MethodFacts}.
 */
public final class DefaultOverrides {
  private DefaultOverrides() {}

  /**
   * What differs from the table's defaults.
   *
   * @param dataset a word of {@link DataSetting#DATASET}
   * @return texts by setting name, never {@code dataset} itself; empty if nothing differs
   */
  public static Map<String, String> of(String dataset) {
    return switch (dataset) {
      // The 1797 digits fill too few batches of the table's size for 20 epochs to learn them.
      case "digits" -> Map.of("batch", "32");
      // The user's own data has any size, and is often small.
      case "text" -> Map.of("batch", "auto", "epochs", "auto", "network", "text-cnn");
      case "folder", "csv", "parquet", "webdataset", "jsonl" ->
          Map.of("batch", "auto", "epochs", "auto");
      default -> Map.of();
    };
  }
}
