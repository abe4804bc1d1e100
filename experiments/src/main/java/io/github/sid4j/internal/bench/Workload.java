package io.github.sid4j.internal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every configuration of a measurement has to compute.
 *
 * @param network a word of the setting of that name
 * @param topology of the cascade, a word of the setting of that name
 * @param image one example's [channels, height, width]
 * @param classes N, at least 2
 * @param modules L, at least 1; of a staged network its stages
 * @param batch B, at least 1
 * @param settings others that differ from their defaults, by name
 */
public record Workload(
    String network,
    String topology,
    List<Integer> image,
    int classes,
    int modules,
    int batch,
    Map<String, String> settings) {
  static final String STAGED = "staged";
  static final String STAGES = "stages";

  private static final String SHARED = "shared";
  private static final String MODULES = "modules";
  private static final String DEPTH = "depth";

  /** What is said of stages and their beliefs, and refused where there are none. */
  private static final Set<String> OF_STAGES =
      Set.of(
          "alpha",
          "belief-input",
          "residual-beliefs",
          "teacher",
          "temporal-weight",
          "temporal-momentum",
          "elr",
          "gce",
          "cuts",
          "balance",
          "overlap",
          "recompute",
          "stage-threads");

  /** Keeps copies. */
  public Workload {
    image = List.copyOf(image);
    settings = Map.copyOf(settings);
  }

  /**
   * The same with another number of modules.
   *
   * @param length L
   * @return the workload
   */
  Workload withModules(int length) {
    return new Workload(network, topology, image, classes, length, batch, settings);
  }

  /**
   * The same with another number of blocks of the network, and a stage for each.
   *
   * @param blocks how many
   * @return the workload
   */
  Workload withDepth(int blocks) {
    Map<String, String> deep = new LinkedHashMap<>(settings);
    deep.put(DEPTH, Integer.toString(blocks));
    return new Workload(network, topology, image, classes, blocks, batch, deep);
  }

  /** What its number of modules is called. */
  private String lengthName() {
    return topology.equals(SHARED) ? MODULES : STAGES;
  }

  /** The words that any worker understands. */
  List<String> arguments() {
    return List.of(
        "--network",
        network,
        "--" + lengthName(),
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
    List<String> words = new ArrayList<>(List.of("--topology", topology));
    settings.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    return words;
  }

  /**
   * All that decides the cascade and the batch, as settings by name.
   *
   * @param used topology of the cascade that computes it
   */
  Map<String, String> asSettings(String used) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    if (!used.equals(topology)) {
      all.keySet().removeAll(OF_STAGES);
    }
    all.put("network", network);
    all.put("topology", used);
    all.put(lengthName(), Integer.toString(modules));
    all.put("batch", Integer.toString(batch));
    return all;
  }
}
