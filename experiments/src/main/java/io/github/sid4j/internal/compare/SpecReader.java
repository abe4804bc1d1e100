package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Nearest;
import io.github.sid4j.internal.settings.YamlText;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a comparison's file, and refuses what is wrong in it with its line. */
final class SpecReader {
  /** What the comparison itself decides for each of its runs. */
  static final Set<String> RESERVED = Set.of("seed", "out", "resume", "overwrite", "quiet");

  private static final String SEED = "seed";
  private static final String SEARCH = "search";
  private static final String CANDIDATES = "candidates";
  private static final List<String> KEYS =
      List.of("name", "settings", "runs", "grid", "seeds", SEARCH, "undefined", "memory");
  private static final String USUAL_MEMORY = "2g";

  private final Path file;

  SpecReader(Path file) {
    this.file = file;
  }

  Spec read() throws IOException {
    String text = YamlText.read(file);
    Map<String, YamlPart> parts = root(text).entries(KEYS);
    Map<String, List<Assignment>> runs = runs(required(parts, "runs", "SID: {method: sid}"));
    Map<String, List<Assignment>> grid =
        parts.containsKey("grid") ? grid(parts.get("grid")) : Map.of();
    List<Long> seeds =
        parts.containsKey("seeds")
            ? distinct(parts.get("seeds").items(), SEED).stream()
                .map(seed -> Long.valueOf(seed.text()))
                .toList()
            : List.of(1L);
    Optional<Spec.Search> search =
        Optional.ofNullable(parts.get(SEARCH))
            .map(part -> search(part, runs.keySet(), grid.keySet(), seeds.get(0)));
    return new Spec(
        name(required(parts, "name", "mnist-small")),
        text,
        parts.containsKey("settings") ? settings(parts.get("settings")) : List.of(),
        runs,
        grid,
        seeds,
        search,
        undefined(parts.get("undefined")),
        memory(parts.get("memory")));
  }

  private YamlPart root(String text) {
    try {
      Node node = new Yaml().compose(new StringReader(text));
      if (node == null) {
        throw new InputException(
            file.toString(), "a comparison", "an empty file", "docs/guides/compare.md shows one");
      }
      return new YamlPart(file, "the comparison", 1, node);
    } catch (YAMLException e) {
      throw YamlText.mistake(file, e);
    } catch (NumberFormatException e) {
      throw YamlText.mistake(file, e);
    }
  }

  private YamlPart required(Map<String, YamlPart> parts, String key, String example) {
    YamlPart part = parts.get(key);
    if (part == null) {
      throw new InputException(file.toString(), key, "none", "add " + key + ": " + example);
    }
    return part;
  }

  private static String name(YamlPart part) {
    String name = part.text();
    if (Slug.of(name).isEmpty()) {
      throw part.wrong("a text with a letter or digit", part.quoted(), "name the comparison");
    }
    return name;
  }

  private static Map<String, List<Assignment>> runs(YamlPart part) {
    Map<String, List<Assignment>> runs = new LinkedHashMap<>();
    for (YamlPart run : part.entries().values()) {
      if (Slug.of(run.name()).isEmpty()) {
        throw run.wrong("a label with a letter or digit", "none", "name the run");
      }
      runs.put(run.name(), settings(run));
    }
    if (runs.isEmpty()) {
      throw part.wrong("at least one run", "none", "add one like SID: {method: sid}");
    }
    return Collections.unmodifiableMap(runs);
  }

  private static List<Assignment> settings(YamlPart part) {
    List<Assignment> settings = new ArrayList<>();
    for (YamlPart setting : part.entries().values()) {
      refuseReserved(setting);
      settings.add(setting.assignment());
    }
    return List.copyOf(settings);
  }

  private static void refuseReserved(YamlPart setting) {
    if (RESERVED.contains(setting.name())) {
      String remedy = setting.name().equals(SEED) ? "use seeds: [1, 2, 3]" : "remove it";
      throw setting.wrong("a setting of single runs", "one that the comparison decides", remedy);
    }
  }

  private static Map<String, List<Assignment>> grid(YamlPart part) {
    Map<String, List<Assignment>> grid = new LinkedHashMap<>();
    for (YamlPart axis : part.entries().values()) {
      refuseReserved(axis);
      grid.put(axis.name(), distinct(axis.items(), axis.name()));
    }
    if (grid.isEmpty()) {
      throw part.wrong("at least one axis", "none", "add one like modules: [2, 4] or remove grid");
    }
    return Collections.unmodifiableMap(grid);
  }

  /** Values of one setting, each once. */
  private static List<Assignment> distinct(List<YamlPart> items, String setting) {
    Map<String, Assignment> values = new LinkedHashMap<>();
    for (YamlPart item : items) {
      Assignment value = new YamlPart(item.file(), setting, item.line(), item.node()).assignment();
      if (values.putIfAbsent(value.text(), value) != null) {
        throw item.wrong("each value once", value.text() + " twice", "remove one of the two");
      }
    }
    return List.copyOf(values.values());
  }

  private static Spec.Search search(
      YamlPart part, Set<String> runs, Set<String> axes, long usualSeed) {
    Map<String, YamlPart> parts = part.entries(List.of(SEED, "settings", CANDIDATES));
    YamlPart candidates = parts.get(CANDIDATES);
    if (candidates == null) {
      throw part.wrong(CANDIDATES, "none", "add candidates: [{lr: 0.001}, {lr: 0.01}]");
    }
    List<Assignment> own =
        parts.containsKey("settings") ? settings(parts.get("settings")) : List.of();
    Map<String, List<List<Assignment>>> byRun = new LinkedHashMap<>();
    if (candidates.node() instanceof SequenceNode) {
      List<List<Assignment>> all = candidates(candidates, axes, own);
      runs.forEach(run -> byRun.put(run, all));
    } else {
      Map<String, YamlPart> given = candidates.entries(List.copyOf(runs));
      for (String run : runs) {
        YamlPart list = given.get(run);
        if (list == null) {
          throw candidates.wrong(
              "candidates for every run", "none for " + run, "give it as many as the others");
        }
        byRun.put(run, candidates(list, axes, own));
      }
      refuseUnequal(candidates, byRun);
    }
    long seed =
        parts.containsKey(SEED) ? Long.parseLong(parts.get(SEED).assignment().text()) : usualSeed;
    return new Spec.Search(seed, own, Collections.unmodifiableMap(byRun));
  }

  private static List<List<Assignment>> candidates(
      YamlPart list, Set<String> axes, List<Assignment> own) {
    List<List<Assignment>> candidates = new ArrayList<>();
    for (YamlPart item : list.items()) {
      for (YamlPart setting : item.entries().values()) {
        boolean fixed = own.stream().anyMatch(one -> one.name().equals(setting.name()));
        if (fixed || axes.contains(setting.name())) {
          String where = fixed ? "the search's settings" : "the grid";
          throw setting.wrong("a setting to search for", "one of " + where, "remove one of them");
        }
      }
      candidates.add(settings(item));
    }
    return List.copyOf(candidates);
  }

  private static void refuseUnequal(YamlPart part, Map<String, List<List<Assignment>>> candidates) {
    Map.Entry<String, List<List<Assignment>>> first = candidates.entrySet().iterator().next();
    candidates.forEach(
        (run, list) -> {
          if (list.size() != first.getValue().size()) {
            throw part.wrong(
                "the same number of candidates for every run",
                "%s for %s and %s for %s"
                    .formatted(first.getValue().size(), first.getKey(), list.size(), run),
                "a search that tries more for one of them favours it: make them equal");
          }
        });
  }

  private static boolean undefined(YamlPart part) {
    List<String> words = List.of("refuse", "keep");
    if (part != null && !words.contains(part.text())) {
      throw part.wrong(
          "refuse or keep",
          part.quoted(),
          Nearest.to(part.text(), words).map(word -> "use " + word).orElse("use one of them"));
    }
    return part != null && part.text().equals("keep");
  }

  private static long memory(YamlPart part) {
    return part == null
        ? ByteSize.parse("memory", USUAL_MEMORY)
        : ByteSize.parse(part.place(), part.text());
  }
}
