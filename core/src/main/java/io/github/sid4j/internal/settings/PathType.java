package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.nio.file.Path;
import java.util.Optional;

/** A file or folder, or none, which is written as an empty text. */
public record PathType() implements SettingType<Optional<Path>> {
  @Override
  public Optional<Path> parse(String text) {
    // A control character in a path is a mistake, and would not fit on the one line of a message.
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a path");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(UserPath.of(text));
  }

  @Override
  public String format(Optional<Path> value) {
    return value.map(UserPath::text).orElse("");
  }

  @Override
  public String expected() {
    return "the path of a file or folder";
  }

  @Override
  public String placeholder() {
    return "PATH";
  }
}
