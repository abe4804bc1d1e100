package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.settings.NetworkRecipes;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one worker is to compute.
 *
 * @param workload the problem
 * @param configuration how it is computed
 * @param threads to compute with, at least 1
 * @param warmup steps before the worker says that it is ready, at least 0
 */
public record WorkerTask(Workload workload, Configuration configuration, int threads, int warmup) {
  /**
   * The settings that a run of this task would have.
   *
   * @return checked
   * @throws io.github.sid4j.error.InputException if one of them is unknown or out of its range
   */
  public Settings settings() {
    Map<String, String> all = new LinkedHashMap<>(workload.asSettings(topology()));
    all.putAll(configuration.asSettings());
    all.put("threads", Integer.toString(threads));
    if (NetworkRecipes.of(workload.network()).isPresent()) {
      // All peers take the same optimizer.
      all.putIfAbsent("recipe", "none");
    }
    return Settings.parse(all);
  }

  /** The topology of the cascade that is computed. */
  String topology() {
    return configuration.topology(workload.topology());
  }

  /** Into how many pieces the network is cut, to be learned or computed again one by one. */
  int pieces() {
    boolean cut = topology().equals(Workload.STAGED) || configuration.recomputes();
    return cut ? settings().get(ModelSetting.STAGES) : 1;
  }

  /** The words that any worker understands, those in Python too. */
  List<String> arguments() {
    List<String> words = new ArrayList<>(workload.arguments());
    words.addAll(configuration.arguments());
    words.addAll(List.of("--threads", Integer.toString(threads)));
    return words;
  }

  /** The words for a worker of sid4j. */
  List<String> javaArguments() {
    List<String> words = new ArrayList<>(arguments());
    words.addAll(List.of("--warmup", Integer.toString(warmup)));
    words.addAll(workload.settingArguments());
    words.addAll(configuration.settingArguments());
    return words;
  }
}
