package io.github.sid4j.internal.settings;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a flat YAML mapping from its tokens. Values are taken as they are written, not as YAML
 * would type them, so that a file and a flag mean the same.
 */
final class SettingsFileParser {
  private final Path file;
  private final String text;

  SettingsFileParser(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  List<Assignment> parse() throws IOException {
    Map<String, Assignment> byName = new LinkedHashMap<>();
    try (YAMLParser yaml = new YAMLFactory().createParser(text)) {
      JsonToken first = yaml.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return List.of();
      }
      if (first != JsonToken.START_OBJECT) {
        throw wrong(yaml, "lines of name: value", found(yaml), "write lines like batch: 64");
      }
      while (yaml.nextToken() != JsonToken.END_OBJECT) {
        Assignment assignment = entry(yaml);
        Assignment before = byName.putIfAbsent(assignment.name(), assignment);
        if (before != null) {
          throw InputException.ofSetting(
              assignment.name(),
              assignment.place(),
              "each setting once",
              "it twice",
              "remove one of the two");
        }
      }
      if (yaml.nextToken() != null) {
        throw wrong(yaml, "one document", "another after it", "keep one of them");
      }
    }
    return List.copyOf(byName.values());
  }

  private Assignment entry(YAMLParser yaml) throws IOException {
    refuseAlias(yaml);
    String name = yaml.currentName();
    int line = line(yaml);
    JsonToken token = yaml.nextToken();
    refuseAlias(yaml);
    String value =
        token == JsonToken.START_ARRAY && takesList(name)
            ? Assignment.joined(name, list(yaml))
            : scalar(yaml);
    return Assignment.inFile(file, line, name, value);
  }

  /** What an unknown name would take is of no matter: it is refused by its name. */
  private static boolean takesList(String name) {
    return SettingTable.named(name).map(setting -> setting.type().several()).orElse(true);
  }

  private List<String> list(YAMLParser yaml) throws IOException {
    List<String> entries = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      refuseAlias(yaml);
      entries.add(scalar(yaml));
    }
    return entries;
  }

  private String scalar(YAMLParser yaml) throws IOException {
    JsonToken token = yaml.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw wrong(yaml, "a plain value", found(yaml), "write lines like batch: 64");
    }
    return token == JsonToken.VALUE_NULL ? "" : yaml.getText();
  }

  private void refuseAlias(YAMLParser yaml) {
    if (yaml.isCurrentAlias()) {
      throw wrong(yaml, "a plain value", "an alias", "write the value itself");
    }
  }

  private static String found(YAMLParser yaml) throws IOException {
    JsonToken token = yaml.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return "a nested mapping";
    }
    return token == JsonToken.START_ARRAY ? "a list" : Shown.text(yaml.getText());
  }

  private InputException wrong(YAMLParser yaml, String expected, String found, String remedy) {
    return new InputException(file + " line " + line(yaml), expected, found, remedy);
  }

  private static int line(YAMLParser yaml) {
    return yaml.currentTokenLocation().getLineNr();
  }
}
