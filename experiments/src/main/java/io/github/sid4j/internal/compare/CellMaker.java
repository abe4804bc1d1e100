package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cells of what the specification and the command line say. */
final class CellMaker {
  /**
   * Where nothing else is said: one thread, so that results are those of any machine and most runs
   * go side by side; a precision that does not depend on a measurement; few checkpoints.
   */
  private static final Map<String, String> USUAL =
      Map.of("threads", "1", "precision", "fp32", "keep-checkpoints", "1");

  private final Spec spec;
  private final List<Assignment> overrides;
  private final List<String> varying;

  /**
   * Prepares for one comparison.
   *
   * @param overrides from the command line, before all else
   * @param varying names of the settings that differ between cells
   */
  CellMaker(Spec spec, List<Assignment> overrides, List<String> varying) {
    this.spec = spec;
    this.overrides = overrides;
    this.varying = varying;
  }

  /** A cell of the comparison itself. */
  Cell cell(String run, List<Assignment> point, List<Assignment> candidate, long seed) {
    return make("", run, point, candidate, List.of(), seed, varying);
  }

  /** The same without a candidate: the cell itself, or what stands for it until one is chosen. */
  Cell open(String run, List<Assignment> point, long seed) {
    return make("", run, point, List.of(), List.of(), seed, List.copyOf(spec.grid().keySet()));
  }

  /** A cell that measures a candidate. */
  Cell trial(String run, List<Assignment> point, List<Assignment> candidate, Spec.Search search) {
    List<Assignment> free =
        point.stream().filter(axis -> !names(search.settings(), axis.name())).toList();
    return make("search_", run, free, candidate, search.settings(), search.seed(), varying);
  }

  static boolean names(List<Assignment> settings, String name) {
    return settings.stream().anyMatch(setting -> setting.name().equals(name));
  }

  private Cell make(
      String prefix,
      String run,
      List<Assignment> point,
      List<Assignment> candidate,
      List<Assignment> search,
      long seed,
      List<String> shown) {
    Map<String, Assignment> all = new LinkedHashMap<>();
    for (List<Assignment> level :
        List.of(spec.settings(), point, spec.runs().get(run), candidate, search, overrides)) {
      level.forEach(setting -> all.put(setting.name(), setting));
    }
    USUAL.keySet().stream()
        .sorted()
        .forEach(name -> all.putIfAbsent(name, new Assignment(name, USUAL.get(name), name)));
    all.put("seed", new Assignment("seed", Long.toString(seed), "seeds"));
    List<Assignment> given = List.copyOf(all.values());
    StringBuilder kind = new StringBuilder(prefix).append(Slug.of(run));
    for (List<Assignment> named : List.of(point, candidate)) {
      named.forEach(
          setting ->
              kind.append('_')
                  .append(setting.name())
                  .append('=')
                  .append(Slug.value(setting.text())));
    }
    String bounded = Slug.bounded(kind.toString());
    Settings settings = null;
    String refusal = null;
    try {
      settings = Settings.resolve(given);
    } catch (InputException e) {
      // Names and values are right, so that it is a rule between settings that refuses them.
      refusal = e.getMessage();
    }
    return new Cell(
        bounded + "_seed=" + seed,
        bounded,
        !prefix.isEmpty(),
        run,
        values(shown, given, settings),
        seed,
        given,
        Optional.ofNullable(settings),
        Optional.ofNullable(refusal));
  }

  private static Map<String, String> values(
      List<String> names, List<Assignment> given, Settings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names) {
      String said =
          given.stream()
              .filter(setting -> setting.name().equals(name))
              .map(Assignment::text)
              .findFirst()
              .orElse("");
      values.put(name, settings == null ? said : settings.toMap().get(name));
    }
    return values;
  }
}
