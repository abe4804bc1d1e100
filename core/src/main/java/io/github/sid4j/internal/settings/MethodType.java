package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;

/** One of the methods on the class path, which are looked for when one is asked for. */
public record MethodType() implements SettingType<String> {
  @Override
  public String parse(String text) {
    return choice().parse(text);
  }

  @Override
  public String format(String value) {
    return value;
  }

  @Override
  public String expected() {
    return choice().expected();
  }

  @Override
  public String placeholder() {
    return choice().placeholder();
  }

  @Override
  public List<String> choices() {
    return MethodCatalog.names();
  }

  private ChoiceType choice() {
    return new ChoiceType(choices());
  }
}
