package io.github.sid4j.train;

import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings that a program gives, each with the name of the argument for messages. */
final class GivenSettings {
  private final Map<Setting<?>, Assignment> given = new LinkedHashMap<>();

  <T> void put(Setting<T> setting, T value, String argument) {
    putText(setting, setting.type().format(value), argument);
  }

  /** Forgets what was given. */
  void remove(Setting<?>... settings) {
    for (Setting<?> setting : settings) {
      given.remove(setting);
    }
  }

  void putText(Setting<?> setting, String text, String argument) {
    given.put(setting, new Assignment(setting.name(), text, argument));
  }

  /** These over the defaults of the data and the method. */
  Settings resolve() {
    return Settings.resolve(List.copyOf(given.values()));
  }
}
