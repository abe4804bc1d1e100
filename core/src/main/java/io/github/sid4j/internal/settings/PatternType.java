package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.Optional;
import java.util.regex.Pattern;

/** A regular expression, or none, which is written as an empty text. */
public record PatternType() implements SettingType<Optional<String>> {
  @Override
  public Optional<String> parse(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a pattern");
    }
    // Its exception is one of illegal arguments.
    Pattern pattern = Pattern.compile(text);
    return pattern.pattern().isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public String format(Optional<String> value) {
    return value.orElse("");
  }

  @Override
  public String expected() {
    return "a regular expression";
  }

  @Override
  public String placeholder() {
    return "REGEX";
  }
}
