package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;

/** One of a few words. */
public record ChoiceType(List<String> choices) implements SettingType<String> {
  public static ChoiceType of(String... words) {
    return new ChoiceType(List.of(words));
  }

  @Override
  public String parse(String text) {
    String word = text.strip();
    if (!choices.contains(word)) {
      throw new IllegalArgumentException("not a choice: " + text);
    }
    return word;
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String expected() {
    return "one of " + String.join(", ", choices);
  }

  @Override
  public String placeholder() {
    return "NAME";
  }
}
