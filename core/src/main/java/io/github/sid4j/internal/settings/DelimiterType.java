package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;
import java.util.Map;

/** A character between cells, by its name or as it is. */
public record DelimiterType() implements SettingType<String> {
  private static final List<String> WORDS = List.of("auto", "comma", "semicolon", "tab", "pipe");

  private static final Map<String, String> SIGNS =
      Map.of(",", "comma", ";", "semicolon", "\t", "tab", "\\t", "tab", "|", "pipe");

  @Override
  public String parse(String text) {
    String word = SIGNS.getOrDefault(text, text.strip());
    if (!WORDS.contains(word)) {
      throw new IllegalArgumentException("not a delimiter: " + text);
    }
    return word;
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String expected() {
    return "one of " + String.join(", ", WORDS);
  }

  @Override
  public String placeholder() {
    return "NAME";
  }

  @Override
  public List<String> choices() {
    return WORDS;
  }
}
