package io.github.sid4j.cli;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.settings.DefaultOverrides;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code sid datasets}. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the data sets and the defaults that differ for them.",
    footer = {
      "",
      "Examples:",
      "  sid datasets",
      "  sid datasets inspect path/to/images",
      "  sid datasets inspect --help"
    })
final class DatasetsCommand implements Callable<Integer> {
  private final Terminal terminal;

  DatasetsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<DatasetInfo> all = DatasetInfo.catalogue();
    UnaryOperator<String> names = ConsoleTexts.column(all.stream().map(DatasetInfo::name));
    for (DatasetInfo info : all) {
      ConsoleTexts.wrap(terminal.width(), names.apply(info.name()), info.description())
          .forEach(terminal.out()::println);
      ConsoleTexts.wrap(terminal.width(), names.apply(""), facts(info))
          .forEach(terminal.out()::println);
    }
    return ExitCode.SUCCESS;
  }

  private static String facts(DatasetInfo info) {
    List<String> facts = new ArrayList<>();
    if (info.classes() > 0) {
      facts.add(
          "%s to train on, %s to test, %s, %s classes"
              .formatted(
                  ConsoleTexts.count(info.trainSize()),
                  ConsoleTexts.count(info.testSize()),
                  info.shape().stream().map(String::valueOf).collect(Collectors.joining("x")),
                  info.classes()));
    }
    facts.add(
        switch (info.source()) {
          case BUILT_IN -> "built in";
          case DOWNLOAD -> "fetched with --download";
          case FILES -> "named by --data";
        });
    new TreeMap<>(DefaultOverrides.of(info.name()))
        .forEach((setting, value) -> facts.add(setting + " " + value + " by default"));
    return String.join("; ", facts);
  }
}
