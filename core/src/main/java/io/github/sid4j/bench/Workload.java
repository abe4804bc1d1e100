package io.github.sid4j.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every configuration of a measurement has to compute.
 *
 * @param network the extractor's name, a word of the setting of that name
 * @param image one example's [channels, height, width]
 * @param classes N, at least 2
 * @param modules L, at least 1
 * @param batch B, at least 1
 * @param settings others that differ from their defaults, by name
 */
public record Workload(
    String network,
    List<Integer> image,
    int classes,
    int modules,
    int batch,
    Map<String, String> settings) {
  /** Keeps copies. */
  public Workload {
    image = List.copyOf(image);
    settings = Map.copyOf(settings);
  }

  /**
   * The same with another number of modules.
   *
   * @param depth L
   * @return the workload
   */
  Workload withModules(int depth) {
    return new Workload(network, image, classes, depth, batch, settings);
  }

  /** The words that any worker understands. */
  List<String> arguments() {
    return List.of(
        "--network",
        network,
        "--modules",
        Integer.toString(modules),
        "--batch",
        Integer.toString(batch),
        "--classes",
        Integer.toString(classes),
        "--image",
        image.stream().map(String::valueOf).collect(Collectors.joining("x")));
  }

  /** The words for the other settings, which only workers of sid4j understand. */
  List<String> settingArguments() {
    List<String> words = new ArrayList<>();
    settings.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    return words;
  }

  /** All that decides the cascade and the batch, as settings by name. */
  Map<String, String> asSettings() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("network", network);
    all.put("modules", Integer.toString(modules));
    all.put("batch", Integer.toString(batch));
    return all;
  }
}
