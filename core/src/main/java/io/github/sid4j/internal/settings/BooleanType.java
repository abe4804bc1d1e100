package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;

/** Yes or no, written {@code true} and {@code false} only. */
public record BooleanType() implements SettingType<Boolean> {
  @Override
  public Boolean parse(String text) {
    String word = text.strip();
    if (!choices().contains(word)) {
      throw new IllegalArgumentException("neither true nor false: " + text);
    }
    return Boolean.valueOf(word);
  }

  @Override
  public String format(Boolean value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public String placeholder() {
    return "BOOLEAN";
  }

  @Override
  public List<String> choices() {
    return List.of("true", "false");
  }
}
