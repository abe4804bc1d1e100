package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A flag for each setting, made from the table so that none is missing or differs. */
final class SettingOptions {
  private SettingOptions() {}

  static void addTo(CommandSpec command) {
    addTo(command, setting -> true);
  }

  /** Adds flags for some of the settings. */
  static void addTo(CommandSpec command, Predicate<Setting<?>> offered) {
    int order = 0;
    for (SettingGroup group : SettingGroup.values()) {
      List<Setting<?>> settings =
          SettingTable.all().stream()
              .filter(setting -> setting.group() == group && offered.test(setting))
              .toList();
      if (settings.isEmpty()) {
        continue;
      }
      ArgGroupSpec.Builder options =
          ArgGroupSpec.builder()
              .heading("%n" + group.title() + ":%n")
              .order(order++)
              .exclusive(false)
              .validate(false);
      settings.forEach(setting -> options.addArg(option(setting)));
      command.addArgGroup(options.build());
    }
  }

  private static OptionSpec option(Setting<?> setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag(setting))
            .order(SettingTable.all().indexOf(setting))
            .defaultValue(setting.defaultText());
    if (setting.defaultValue() instanceof Boolean) {
      return option
          .type(boolean.class)
          .arity("0")
          .negatable(true)
          // Else a flag would turn the default round: --no-x would set what is true already.
          .fallbackValue("true")
          .description(setting.help())
          .build();
    }
    // Read as text: the setting's own type gives a better error.
    return option
        .type(String.class)
        .paramLabel(setting.type().placeholder())
        .completionCandidates(setting.type().choices())
        .description(description(setting))
        .build();
  }

  private static String description(Setting<?> setting) {
    List<String> choices = setting.type().choices();
    return setting.help()
        + (choices.isEmpty() ? "" : " One of " + String.join(", ", choices) + ".")
        + (setting.defaultText().isEmpty() ? "" : " Default: ${DEFAULT-VALUE}.");
  }

  /** What the user gave, in the table's order. */
  static List<Assignment> given(ParseResult parsed) {
    return given(parsed, setting -> true);
  }

  /** What the user gave of the settings that are offered. */
  static List<Assignment> given(ParseResult parsed, Predicate<Setting<?>> offered) {
    return SettingTable.all().stream()
        .filter(offered)
        .filter(setting -> parsed.hasMatchedOption(flag(setting)))
        .map(
            setting ->
                Assignment.of(
                    setting.name(),
                    parsed.matchedOption(flag(setting)).<Object>getValue().toString()))
        .toList();
  }

  private static String flag(Setting<?> setting) {
    return "--" + setting.name();
  }
}
