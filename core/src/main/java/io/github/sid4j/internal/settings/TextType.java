package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;

/** A short free text, taken as it is, blanks included. */
public record TextType() implements SettingType<String> {
  private static final int LIMIT = 200;

  @Override
  public String parse(String text) {
    // Such characters do not survive a terminal or a text file unchanged.
    boolean odd =
        text.codePoints()
            .map(Character::getType)
            .anyMatch(
                type ->
                    type == Character.CONTROL
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.UNASSIGNED);
    if (text.isEmpty() || text.length() > LIMIT || odd) {
      throw new IllegalArgumentException("not a short text");
    }
    return text;
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String expected() {
    return "a text of 1 to " + LIMIT + " printable characters";
  }

  @Override
  public String placeholder() {
    return "TEXT";
  }
}
