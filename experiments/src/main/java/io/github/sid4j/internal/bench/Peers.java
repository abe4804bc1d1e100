package io.github.sid4j.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same training in another library, timed beside: scripts that speak as workers do.
 *
 * @param python the interpreter
 * @param script that takes steps
 */
public record Peers(String python, Path script) {
  private static final Set<String> METHODS = Set.of("sid", "backprop", "deep-supervision");

  /** The configurations of ours that the script has a counterpart of. */
  List<Configuration> counterparts(List<Configuration> ours) {
    return ours.stream()
        .map(Configuration::precision)
        .distinct()
        .flatMap(
            precision ->
                ours.stream()
                    .map(Configuration::method)
                    .filter(METHODS::contains)
                    .distinct()
                    .map(method -> counterpart(method, precision)))
        .toList();
  }

  private static Configuration counterpart(String method, String precision) {
    String execution = method.equals("sid") ? "two-phase" : null;
    return new Configuration(method, Map.of(), execution, precision);
  }

  static String name(Configuration configuration) {
    return "pytorch " + configuration.name();
  }

  List<String> command(WorkerTask task) {
    List<String> command = new ArrayList<>(List.of(python, script.toString()));
    command.addAll(task.arguments());
    if (task.configuration().precision().equals("bf16")) {
      // The layout in which reduced precision pays; the authors' own step is that in fp32.
      command.add("--channels-last");
    }
    return command;
  }
}
