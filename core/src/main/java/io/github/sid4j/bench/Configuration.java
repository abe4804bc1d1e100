package io.github.sid4j.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the ways to compute a workload's step that are compared.
 *
 * @param method a word of the setting of that name
 * @param execution a word of the setting of that name; {@code null} for methods that know only one
 * @param precision {@code fp32} or {@code bf16}
 */
public record Configuration(String method, String execution, String precision) {
  private static final String SID = "sid";

  /**
   * All configurations of some choices.
   *
   * @param methods in order
   * @param executions of the method sid, in order
   * @param precisions in order; all methods of one stand together
   * @return each once
   */
  public static List<Configuration> all(
      List<String> methods, List<String> executions, List<String> precisions) {
    List<Configuration> all = new ArrayList<>();
    for (String precision : precisions) {
      for (String method : methods) {
        if (method.equals(SID)) {
          executions.forEach(execution -> all.add(new Configuration(SID, execution, precision)));
        } else {
          all.add(new Configuration(method, null, precision));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  /**
   * What it is called in tables.
   *
   * @return for example {@code sid single-pass fp32}
   */
  public String name() {
    return method + (execution == null ? "" : " " + execution) + " " + precision;
  }

  /** Whether every module has a loss and an update of its own. */
  boolean decoupled() {
    return method.equals(SID);
  }

  /** Whether the modules are computed as one, and nobody asks them by themselves. */
  boolean batched() {
    return "batched".equals(execution);
  }

  /** Whether the batch is cut into a share for each thread. */
  boolean inShares() {
    return "data-parallel".equals(execution);
  }

  /** How many modules' gradients are there at once, of a method that is decoupled. */
  int modulesAtOnce(int modules, int threads) {
    if (batched()) {
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

  Map<String, String> asSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("method", method);
    settings.put("precision", precision);
    if (execution != null) {
      settings.put("execution", execution);
    }
    return settings;
  }
}
