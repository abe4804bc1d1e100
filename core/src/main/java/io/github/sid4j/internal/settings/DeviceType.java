package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.regex.Pattern;

/** The name of a device, or {@code auto}. Whether it is there shows where it is used. */
public record DeviceType() implements SettingType<String> {
  /** Names that the engine knows; lazy is there only in tests. */
  private static final Pattern NAME = Pattern.compile("auto|cpu|mps|lazy|cuda(:\\d{1,3})?");

  @Override
  public String parse(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("not the name of a device");
    }
    return text;
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String expected() {
    return "one of auto, cpu, cuda, cuda:N, mps";
  }

  @Override
  public String placeholder() {
    return "DEVICE";
  }
}
