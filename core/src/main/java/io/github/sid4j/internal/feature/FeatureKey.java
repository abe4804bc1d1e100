package io.github.sid4j.internal.feature;

import io.github.sid4j.internal.checkpoint.FileHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that decides what a network makes of an example, but for the example: equal keys give equal
 * features. Immutable.
 *
 * @param network its name, for a reader
 * @param width numbers of an example
 * @param circumstances by name, such as the hash of the weights
 */
public record FeatureKey(String network, int width, Map<String, String> circumstances) {
  /** Grows when what is stored gets another form. */
  private static final int FORMAT = 1;

  /** Keeps a copy that cannot be changed. */
  public FeatureKey {
    circumstances = Map.copyOf(circumstances);
  }

  /**
   * What stands for it in the name of a folder.
   *
   * @return 64 hexadecimal digits
   */
  public String hash() {
    byte[] text = text().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(FileHash.sha256().digest(text));
  }

  /** For a reader, a line for each part. */
  String text() {
    return "network %s\nformat %s\nwidth %s\n".formatted(network, FORMAT, width)
        + circumstances.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }
}
