package io.github.sid4j.internal.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the settings of single methods into the table of all. */
public final class MethodSettings {
  private MethodSettings() {}

  /**
   * The settings of all methods, and behind those of a group the ones of single methods.
   *
   * @throws InputException if two have the same name
   */
  static List<Setting<?>> withThoseOf(List<MethodFacts> methods) {
    Set<String> names =
        new HashSet<>(SettingTable.ofAllMethods().stream().map(Setting::name).toList());
    for (MethodFacts method : methods) {
      for (Setting<?> setting : method.settings()) {
        if (!names.add(setting.name())) {
          throw new InputException(
              "setting " + setting.name(),
              "one of that name",
              "another of method " + method.name(),
              "remove the jar of that method from the class path");
        }
      }
    }
    List<Setting<?>> all = new ArrayList<>();
    for (SettingGroup group : SettingGroup.values()) {
      SettingTable.ofAllMethods().stream().filter(one -> one.group() == group).forEach(all::add);
      methods.stream()
          .flatMap(method -> method.settings().stream())
          .filter(one -> one.group() == group)
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** Whether a setting belongs to other methods than one, which is not asked for it. */
  public static boolean isOfAnother(Setting<?> setting, MethodFacts method) {
    return !SettingTable.ofAllMethods().contains(setting) && !method.settings().contains(setting);
  }
}
