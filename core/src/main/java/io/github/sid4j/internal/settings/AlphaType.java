package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.SettingType;

/** The text forms of {@link AlphaSpec}. */
public record AlphaType() implements SettingType<AlphaSpec> {
  @Override
  public AlphaSpec parse(String text) {
    return AlphaSpec.parse(text);
  }

  @Override
  public String format(AlphaSpec value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "numbers above 0 and at most 1: one for all modules (0.5), one by module (0.9,0.5,0.3)"
        + " or a line from first to last (0.9..0.3)";
  }

  @Override
  public String placeholder() {
    return "ALPHA";
  }

  @Override
  public boolean several() {
    return true;
  }
}
