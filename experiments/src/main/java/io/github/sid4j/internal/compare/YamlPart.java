package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.Nearest;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.UserPath;
import io.github.sid4j.settings.Assignment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A part of a YAML file, which knows its place for what is said of it. Values are taken as they are
 * written, so that a file and a flag mean the same.
 *
 * @param file it is in
 * @param name what it is called by
 * @param line of its name, from 1
 * @param node its contents
 */
record YamlPart(Path file, String name, int line, Node node) {
  /** The parts of a mapping, by name. */
  Map<String, YamlPart> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("lines of name: value", found(), "indent them below " + name);
    }
    Map<String, YamlPart> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int at = tuple.getKeyNode().getStartMark().getLine() + 1;
      String key = new YamlPart(file, name, at, tuple.getKeyNode()).text();
      YamlPart entry = new YamlPart(file, key, at, tuple.getValueNode());
      if (entries.putIfAbsent(key, entry) != null) {
        throw entry.wrong("each name once", "it twice", "remove one of the two");
      }
    }
    return entries;
  }

  /** The parts of a mapping that may have these names and no others. */
  Map<String, YamlPart> entries(List<String> known) {
    Map<String, YamlPart> entries = entries();
    for (YamlPart entry : entries.values()) {
      if (!known.contains(entry.name)) {
        String all = String.join(", ", known);
        throw entry.wrong(
            "one of " + all,
            Shown.text(entry.name),
            Nearest.to(entry.name, known).map(word -> "use " + word).orElse("remove it"));
      }
    }
    return entries;
  }

  /** The parts of a list that is not empty. */
  List<YamlPart> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list", found(), "write it like [a, b]");
    }
    if (sequence.getValue().isEmpty()) {
      throw wrong("at least one value", "an empty list", "give some or remove " + name);
    }
    List<YamlPart> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlPart(file, name, item.getStartMark().getLine() + 1, item));
    }
    return items;
  }

  /** A plain value as it is written; nothing is an empty text. */
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong("a plain value", found(), "write one");
    }
    return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }

  /** A plain value, or a list of them joined by commas. */
  private String setting() {
    return node instanceof SequenceNode
        ? Assignment.joined(name, items().stream().map(YamlPart::text).toList())
        : text();
  }

  /** Its value as that of a setting, which is right for itself. */
  Assignment assignment() {
    Assignment right = new Assignment(name, setting(), place()).canonical();
    boolean hasPath = name.equals(DataSetting.DATA.name()) && !right.text().isEmpty();
    return hasPath ? new Assignment(name, fromFile(right.text()), place()) : right;
  }

  /** A relative path is one from the folder of the file, wherever the comparison is started. */
  private String fromFile(String path) {
    Path folder = file.toAbsolutePath().getParent();
    return folder.resolve(UserPath.of(path)).normalize().toString();
  }

  String place() {
    return "%s line %s, %s".formatted(file, line, Shown.plain(name));
  }

  InputException wrong(String expected, String found, String remedy) {
    return new InputException(place(), expected, found, remedy);
  }

  private String found() {
    if (node instanceof MappingNode) {
      return "lines of name: value";
    }
    return node instanceof SequenceNode ? "a list" : quoted();
  }

  /** Its plain value, fit to be repeated in a message. */
  String quoted() {
    return Shown.text(text());
  }
}
