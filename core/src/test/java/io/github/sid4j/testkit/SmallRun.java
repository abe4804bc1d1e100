package io.github.sid4j.testkit;

import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of runs on the digits that take a second. */
public final class SmallRun {
  private SmallRun() {}

  /** A network in three stages; names and values by turns, which win. */
  public static Settings staged(Path out, String... others) {
    return settings(Map.of("topology", "staged", "stages", "3", "hidden", "32"), out, others);
  }

  /** Three small modules that share an extractor; names and values by turns, which win. */
  public static Settings shared(Path out, String... others) {
    Map<String, String> form =
        Map.of(
            "modules", "3", "features", "24", "hidden", "48", "module-hidden", "24", "batch", "64");
    return settings(form, out, others);
  }

  /** The same for a perceptron of another form. */
  public static Settings settings(Map<String, String> form, Path out, String... others) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "network", "mlp",
                "epochs", "2",
                "lr", "0.01",
                "threads", "1",
                "precision", "fp32"));
    texts.putAll(form);
    texts.put("out", out.toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Settings.parse(texts);
  }
}
