package io.github.sid4j.internal.bench;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the ways to compute a workload's step that are compared.
 *
 * @param method a word of the setting of that name
 * @param settings others that differ from the workload's, by name
 * @param execution a word of the setting of that name; {@code null} for the usual one
 * @param precision {@code fp32} or {@code bf16}
 */
public record Configuration(
    String method, Map<String, String> settings, String execution, String precision) {
  private static final String EXECUTION = "execution";
  private static final String TOPOLOGY = "topology";
  private static final String WHOLE = "whole";
  private static final String SHARED = "shared";

  /** What is the same for all that are compared, or has a place of its own. */
  private static final Set<String> TAKEN =
      Set.of("method", "network", "modules", "batch", "precision", "threads");

  /** Keeps a copy, in the same order. */
  public Configuration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * One configuration from words.
   *
   * @param word a method, and settings that go with it: {@code backprop:accumulate=4}
   * @param execution to use unless the word names one; {@code null} for the usual one
   * @param precision {@code fp32} or {@code bf16}
   * @return the configuration
   * @throws InputException if the word cannot be read; whether its settings exist is not looked at
   */
  public static Configuration of(String word, String execution, String precision) {
    String[] parts = word.split(":", -1);
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length < 2 || TAKEN.contains(pair[0])) {
        throw InputException.ofSetting(
            "methods",
            "methods " + word,
            "a method with settings of its own, like backprop:accumulate=4",
            parts[i],
            pair.length < 2 ? "write key=value" : "give it to all methods");
      }
      settings.put(pair[0], pair[1]);
    }
    String named = settings.remove(EXECUTION);
    return new Configuration(parts[0], settings, named == null ? execution : named, precision);
  }

  /**
   * All configurations of some choices.
   *
   * @param methods as in {@link #of}, in order
   * @param executions of the methods that have several, unless they name one; in order
   * @param precisions in order; all methods of one stand together
   * @return each once
   * @throws InputException if a word cannot be read
   */
  public static List<Configuration> all(
      List<String> methods, List<String> executions, List<String> precisions) {
    List<Configuration> all = new ArrayList<>();
    for (String precision : precisions) {
      for (String method : methods) {
        Configuration usual = of(method, null, precision);
        if (usual.hasExecutions() && usual.execution() == null) {
          executions.forEach(execution -> all.add(usual.by(execution)));
        } else {
          all.add(usual);
        }
      }
    }
    return all.stream().distinct().toList();
  }

  /**
   * The methods that are compared unless others are named: those whose operations are known, where
   * they are defined.
   *
   * @param topology a word of the setting of that name
   * @return names, in order
   */
  public static List<String> usualMethods(String topology) {
    return MethodCatalog.all().stream()
        .filter(facts -> facts.has(MethodTrait.COUNTED_OPERATIONS))
        .filter(facts -> facts.topologies().contains(topology))
        // What recomputes pieces does so in a network of its own, which others do not share.
        .filter(facts -> !(facts.has(MethodTrait.RECOMPUTES) && topology.equals(SHARED)))
        .map(MethodFacts::name)
        .toList();
  }

  /** The same, carried out in another way. */
  Configuration by(String other) {
    return new Configuration(method, settings, other, precision);
  }

  /**
   * The same with as many segments as suit a network of that many blocks, if it recomputes and does
   * not say how many itself: the square root, for which as much is kept as is made again.
   */
  Configuration withSegments(int blocks) {
    if (!recomputes() || settings.containsKey(Workload.STAGES)) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(Workload.STAGES, Long.toString(Math.round(Math.sqrt(blocks))));
    return new Configuration(method, more, execution, precision);
  }

  /**
   * What it is called in tables.
   *
   * @return for example {@code sid single-pass fp32}, {@code backprop accumulate=4 fp32}
   */
  public String name() {
    StringBuilder name = new StringBuilder(method);
    settings.forEach((key, value) -> name.append(' ').append(key).append('=').append(value));
    return name + (execution == null ? "" : " " + execution) + " " + precision;
  }

  /**
   * The topology of its cascade. Methods that train a whole network by one loss do so also where
   * the others have stages: with a plain classifier behind it, and without the heads.
   *
   * @param ofWorkload the topology that is asked for
   * @return a word of the setting of that name
   */
  String topology(String ofWorkload) {
    if (settings.containsKey(TOPOLOGY)) {
      return settings.get(TOPOLOGY);
    }
    boolean whole =
        recomputes() || (has(MethodTrait.ONE_LOSS) && ofWorkload.equals(Workload.STAGED));
    return whole || wholeByDefinition() ? WHOLE : ofWorkload;
  }

  /** Whether it keeps few activations, and computes the others again segment by segment. */
  boolean recomputes() {
    return has(MethodTrait.RECOMPUTES);
  }

  /** An unknown method has no traits: whether it exists is looked at with its settings. */
  private boolean has(MethodTrait trait) {
    return MethodCatalog.find(method).map(facts -> facts.has(trait)).orElse(false);
  }

  private boolean wholeByDefinition() {
    return Settings.parse(Map.of("method", method)).get(ModelSetting.TOPOLOGY).equals(WHOLE);
  }

  /**
   * Whether its steps can be carried out in several ways.
   *
   * @return true for {@code sid} and what it is with other settings
   */
  public boolean hasExecutions() {
    return has(MethodTrait.ANY_EXECUTION);
  }

  /** Whether every module has a loss and an update of its own. */
  boolean decoupled() {
    return has(MethodTrait.DECOUPLED);
  }

  /** Whether the operations of its step are known. */
  boolean counted() {
    return has(MethodTrait.COUNTED_OPERATIONS);
  }

  /** Whether the modules are computed as one, and nobody asks them by themselves. */
  boolean batched() {
    return "batched".equals(execution);
  }

  /** Whether the batch is cut into a share for each thread. */
  boolean inShares() {
    return "data-parallel".equals(execution);
  }

  /** Whether several batches are under way at once. */
  boolean pipelined() {
    return "pipeline".equals(execution);
  }

  /** How many modules' gradients are there at once, of a method that is decoupled. */
  int modulesAtOnce(int modules, int threads) {
    if (batched() || pipelined()) {
      return modules;
    }
    return "threads".equals(execution) ? Math.min(modules, threads) : 1;
  }

  /** The words that any worker understands. */
  List<String> arguments() {
    List<String> words = new ArrayList<>(List.of("--method", method, "--precision", precision));
    if (execution != null) {
      words.addAll(List.of("--execution", execution));
    }
    return words;
  }

  /** The words for its settings, which only workers of sid4j understand. */
  List<String> settingArguments() {
    List<String> words = new ArrayList<>();
    settings.forEach((name, value) -> words.addAll(List.of("--own", name + "=" + value)));
    return words;
  }

  Map<String, String> asSettings() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("method", method);
    all.put("precision", precision);
    if (execution != null) {
      all.put(EXECUTION, execution);
    }
    return all;
  }
}
