package io.github.sid4j.settings;

import java.util.Map;

/**
 * Defaults that suit a data set better than those of the table, or that make a method what it is.
 * They take effect below whatever the user gives.
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
      case "folder", "csv" -> Map.of("batch", "auto", "epochs", "auto");
      default -> Map.of();
    };
  }

  /**
   * What a method is by definition.
   *
   * @param method a word of {@link ModelSetting#METHOD}
   * @return as {@link #of}
   */
  static Map<String, String> ofMethod(String method) {
    return switch (method) {
      case "dgl" -> Map.of("topology", "staged", "alpha", "1", "belief-input", "false");
      case "local-signals" -> Map.of("topology", "staged", "belief-input", "false");
      case "forward-forward" ->
          Map.of("topology", "staged", "network", "mlp", "belief-input", "false");
      case "equilibrium-propagation" ->
          Map.of("topology", "whole", "network", "mlp", "precision", "fp32");
      case "feedback-alignment", "direct-feedback-alignment", "hsic" -> Map.of("topology", "whole");
      case "dni" -> Map.of("topology", "whole", "stages", "2");
      default -> Map.of();
    };
  }
}
