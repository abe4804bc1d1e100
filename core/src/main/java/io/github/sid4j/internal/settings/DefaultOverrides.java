package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
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

  /**
   * The network that settings train, as far as it is known before the data is read.
   *
   * @param named settings with the names of network and data set
   * @return a word of {@link ModelSetting#NETWORK}; {@code auto} where the data decides
   */
  public static String network(Settings named) {
    String network = named.get(ModelSetting.NETWORK);
    return network.equals(ModelSetting.NETWORK.defaultValue())
        ? networkOf(named.get(DataSetting.DATASET))
        : network;
  }

  /** What auto stands for, by the size of the data set's images. */
  private static String networkOf(String dataset) {
    return switch (dataset) {
      case "digits" -> "mlp";
      case "mnist", "fashion-mnist", "cifar10", "cifar100", "tiny-imagenet" -> "simple-cnn";
      default -> of(dataset).getOrDefault("network", ModelSetting.NETWORK.defaultValue());
    };
  }
}
