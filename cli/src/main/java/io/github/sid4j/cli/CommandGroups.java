package io.github.sid4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands by what they are for, each in one line. */
final class CommandGroups {
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Train", List.of("train", "grow", "compare", "datasets", "models", "recipes"));
    GROUPS.put(
        "Look and judge", List.of("watch", "evaluate", "calibrate", "probe", "suspects", "report"));
    GROUPS.put("Use a model", List.of("predict", "export", "truncate"));
    GROUPS.put("Look after", List.of("runs", "bench", "completion"));
  }

  private CommandGroups() {}

  /** Lets the help of {@code sid} show them so. */
  static void show(CommandLine command) {
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::text);
  }

  /** Puts a line of ours before the description of a command that the library brings. */
  static void describe(CommandLine command, String line) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.description(
        Stream.concat(Stream.of(line), Stream.of(usage.description()).skip(1))
            .toArray(String[]::new));
  }

  private static String text(Help help) {
    StringBuilder text = new StringBuilder();
    UnaryOperator<String> column =
        ConsoleTexts.column(GROUPS.values().stream().flatMap(List::stream));
    GROUPS.forEach(
        (group, names) -> {
          text.append("%n%s:%n".formatted(group));
          for (String name : names) {
            String line =
                help.subcommands().get(name).commandSpec().usageMessage().description()[0];
            text.append("  %s%s%n".formatted(column.apply(name), line));
          }
        });
    return text.append(System.lineSeparator()).toString();
  }
}
