package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.Optional;

/**
 * Any text, or none, which is written as an empty one.
 *
 * @param what it names
 */
public record OptionalTextType(String what) implements SettingType<Optional<String>> {
  @Override
  public Optional<String> parse(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a name");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public String format(Optional<String> value) {
    return value.orElse("");
  }

  @Override
  public String expected() {
    return "the name of " + what;
  }

  @Override
  public String placeholder() {
    return "NAME";
  }
}
