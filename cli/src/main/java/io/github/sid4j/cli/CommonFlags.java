package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of commands that have a flag for every setting: those that most people use come first.
 */
final class CommonFlags {
  private static final String ALL = "--help-all";

  /** Only programs give it. */
  private static final String OF_PROGRAMS = "--stop-with-input";

  private static final Set<Setting<?>> COMMON =
      Set.of(
          DataSetting.DATASET,
          DataSetting.DATA,
          DataSetting.DOWNLOAD,
          DataSetting.LABEL_COLUMN,
          DataSetting.IMAGE_SIZE,
          DataSetting.REPLAY,
          ModelSetting.METHOD,
          ModelSetting.NETWORK,
          ModelSetting.MODULES,
          ModelSetting.TOPOLOGY,
          ReshapeSetting.FROZEN,
          TrainingSetting.EPOCHS,
          TrainingSetting.BATCH,
          TrainingSetting.LR,
          TrainingSetting.SCHEDULE,
          RunSetting.OUT,
          RunSetting.RESUME,
          RunSetting.OVERWRITE,
          RunSetting.SEED,
          RunSetting.THREADS,
          RunSetting.QUIET);

  /** Only make sense for growing, or for training only. */
  private static final Set<Setting<?>> OF_GROWTH =
      Set.of(DataSetting.REPLAY, ReshapeSetting.FROZEN);

  private CommonFlags() {}

  /** Whether the short help of a command shows a setting. */
  static boolean has(Setting<?> setting, String command) {
    return COMMON.contains(setting)
        && (command.equals("grow")
            ? !setting.equals(ModelSetting.MODULES)
            : !OF_GROWTH.contains(setting));
  }

  /** Gives a command the flags of every other, and one that shows all. */
  static void addTo(CommandSpec command) {
    // One option with three names, since the library warns of two that show help.
    command.addOption(
        flag("-h", "--help", ALL)
            .usageHelp(true)
            .description("Show these flags, or all of them, and exit.")
            .build());
    command.addOption(
        flag("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
  }

  private static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
        .arity("0")
        .type(boolean.class);
  }

  /** Lets the help of a command show the common flags, unless all are asked for. */
  static void shorten(CommandLine command) {
    String key = UsageMessageSpec.SECTION_KEY_OPTION_LIST;
    IHelpSectionRenderer all = command.getHelpSectionMap().get(key);
    command
        .getHelpSectionMap()
        .put(
            key,
            help -> wantsAll(help) ? all.render(help) : all.render(shortened(help)) + hint(help));
  }

  private static boolean wantsAll(Help help) {
    CommandLine command = help.commandSpec().commandLine();
    return command.getParseResult() != null
        && command.getParseResult().originalArgs().contains(ALL);
  }

  private static Help shortened(Help help) {
    CommandSpec from = help.commandSpec();
    CommandSpec some = CommandSpec.create();
    some.usageMessage().width(from.usageMessage().width()).sortOptions(false);
    from.options().stream()
        .filter(option -> option.group() == null && !option.longestName().equals(OF_PROGRAMS))
        .forEach(some::addOption);
    SettingOptions.addTo(some, setting -> has(setting, from.name()) && offered(from, setting));
    return new Help(some, help.colorScheme());
  }

  private static boolean offered(CommandSpec command, Setting<?> setting) {
    return command.findOption("--" + setting.name()) != null;
  }

  private static String hint(Help help) {
    return help.createHeading("%nThere are more: see " + ALL + ".%n");
  }
}
