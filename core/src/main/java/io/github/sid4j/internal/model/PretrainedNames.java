package io.github.sid4j.internal.model;

import io.github.sid4j.internal.settings.SettingsFile;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the tensors of a network are called in a file of another program. */
final class PretrainedNames {
  private static final String LEFT_OVER = "left-over";

  /** PyTorch's batch norm counts its batches; nothing here depends on that. */
  private static final String COUNTER = "num_batches_tracked";

  /** What the last layer of public networks is called, which is no part of a backbone. */
  private static final List<String> CLASSIFIERS =
      Arrays.stream(PhotoNetwork.values()).map(PhotoNetwork::classifier).distinct().toList();

  /** By our names or beginnings of them, without dots at the end. */
  private final Map<String, String> theirs;

  /** Their names or beginnings of them that may be left over. */
  private final List<String> leftOver;

  private PretrainedNames(Map<String, String> theirs, List<String> leftOver) {
    this.theirs = theirs;
    this.leftOver = leftOver;
  }

  /** The names that a run of ours gives, or those of PyTorch's usual implementations. */
  static PretrainedNames usual() {
    return new PretrainedNames(Map.of(), CLASSIFIERS);
  }

  /**
   * Reads a file of lines {@code ours: theirs}.
   *
   * @throws io.github.sid4j.error.InputException if it is no such file
   */
  static PretrainedNames read(Path file) throws IOException {
    Map<String, String> theirs = new LinkedHashMap<>();
    List<String> leftOver = List.of();
    for (Assignment line : SettingsFile.read(file)) {
      if (line.name().equals(LEFT_OVER)) {
        leftOver = Arrays.stream(line.text().split(",", -1)).map(String::strip).toList();
      } else {
        theirs.put(line.name(), line.text());
      }
    }
    return new PretrainedNames(theirs, leftOver);
  }

  /**
   * Their name of a tensor.
   *
   * @param ours its name within the network
   * @param stored all names that there are
   */
  String theirs(String ours, Set<String> stored) {
    Optional<String> known =
        theirs.keySet().stream()
            .filter(key -> begins(key, ours))
            .max(Comparator.comparingInt(String::length));
    if (known.isPresent()) {
      String rest = key(ours, known.get());
      String value = Objects.requireNonNull(theirs.get(known.get()));
      return value.isEmpty() || rest.isEmpty() ? value + rest : value + "." + rest;
    }
    return Stream.of(ours, "extractor." + ours, ours.replaceFirst("^tokens\\.", ""))
        .filter(stored::contains)
        .findFirst()
        .orElse(ours);
  }

  /** What is behind the beginning of a name. */
  private static String key(String name, String beginning) {
    return beginning.isEmpty()
        ? name
        : name.length() == beginning.length() ? "" : name.substring(beginning.length() + 1);
  }

  /** Whether a name is this one, or this one with a dot and more behind it. */
  private static boolean begins(String beginning, String name) {
    return beginning.isEmpty() || name.equals(beginning) || name.startsWith(beginning + ".");
  }

  /** Whether a tensor of theirs need not be used. */
  boolean mayBeLeft(String name) {
    return name.endsWith(COUNTER) || leftOver.stream().anyMatch(left -> begins(left, name));
  }
}
