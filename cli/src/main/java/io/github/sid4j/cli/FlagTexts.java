package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.SettingTable;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Shows the library's texts as a user of a command needs them. They name settings by their keys,
 * and values for them as {@code key=value}; here those become flags, as far as the command has
 * them.
 */
final class FlagTexts {
  /** A key with a value, which is quoted or ends before the signs that end a sentence. */
  private static final Pattern SETTING =
      Pattern.compile("(?<![\\w=./'-])([a-z][a-z-]*)=('(?:[^']|'\\\\'')*'|[^\\s;,']*[^\\s;,.)'])");

  private static final Pattern SET_TO = Pattern.compile("\\bset ([a-z][a-z-]*) to\\b");

  /** What the library advises, and the command that does it. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "grow a model that is there", "sid grow",
          "see the list of settings", "sid train --help-all",
          "calibrate again", "sid calibrate",
          "name the folder of a run", "sid runs");

  private final Map<String, OptionSpec> options;

  private FlagTexts(Map<String, OptionSpec> options) {
    this.options = options;
  }

  /** For what happens outside of a command. */
  static FlagTexts none() {
    return new FlagTexts(Map.of());
  }

  static FlagTexts of(CommandSpec command) {
    return new FlagTexts(command.optionsMap());
  }

  /** The line of an error. */
  String line(InputException e) {
    return "%s: expected %s, found %s; %s"
        .formatted(where(e), e.expected(), e.found(), text(e.remedy()));
  }

  private String where(InputException e) {
    String where = e.where();
    boolean isKey = e.setting().filter(key -> (where + " ").startsWith(key + " ")).isPresent();
    return isKey && has(e.setting().get()) ? "--" + where : where;
  }

  /** A sentence. */
  String text(String plain) {
    String named =
        SET_TO.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(named(found)));
    String text = SETTING.matcher(named).replaceAll(found -> Matcher.quoteReplacement(word(found)));
    for (Map.Entry<String, String> each : COMMANDS.entrySet()) {
      text = text.replace(each.getKey(), each.getKey() + " (" + each.getValue() + ")");
    }
    return text;
  }

  private String named(MatchResult found) {
    return has(found.group(1)) ? "set --" + found.group(1) + " to" : found.group();
  }

  private String word(MatchResult found) {
    String key = found.group(1);
    String value = found.group(2);
    if (has(key)) {
      boolean onOrOff = options.get("--" + key).arity().max() == 0;
      return onOrOff ? (value.equals("true") ? "--" : "--no-") + key : "--" + key + " " + value;
    }
    boolean isSetting = SettingTable.named(key).isPresent();
    return has("set") && isSetting ? "--set " + found.group() : found.group();
  }

  private boolean has(String key) {
    return options.containsKey("--" + key);
  }
}
