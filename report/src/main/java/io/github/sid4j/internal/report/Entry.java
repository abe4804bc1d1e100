package io.github.sid4j.internal.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run to report on, one that failed, or one that is still to be made. Entries whose label and
 * varying settings are the same but for {@code seed} are repeats of one configuration.
 *
 * @param label of the configuration, without the seed
 * @param seed of the run
 * @param varying the settings in which the entries differ, by name, in the order to show them
 * @param command the command line that makes the run again
 * @param run its folder; empty if there is none, or none yet
 * @param noResult why it has no result; its folder is then not read
 */
public record Entry(
    String label,
    long seed,
    Map<String, String> varying,
    String command,
    Optional<Path> run,
    Optional<NoResult> noResult) {
  /** Keeps a copy that cannot be changed. */
  public Entry {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(noResult, "noResult");
    varying = Collections.unmodifiableMap(new LinkedHashMap<>(varying));
  }

  /**
   * A label that distinguishes a configuration from others.
   *
   * @param name what they have in common
   * @param differing the settings in which they differ, by name
   * @return all of it, behind each other
   */
  public static String label(String name, Map<String, String> differing) {
    StringBuilder label = new StringBuilder(name);
    differing.forEach(
        (setting, value) ->
            label
                .append(", ")
                .append(setting)
                .append(' ')
                .append(value.isEmpty() ? Texts.NONE : value));
    return label.toString();
  }
}
