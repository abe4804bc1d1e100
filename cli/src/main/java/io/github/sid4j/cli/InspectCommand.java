package io.github.sid4j.cli;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.ClassSummary;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.ShardSetting;
import io.github.sid4j.internal.train.DataSource;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sid datasets inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Shows what is understood of data: parts, fields, classes, first samples.",
    synopsisHeading = "Usage: ",
    customSynopsis = "sid datasets inspect DATA [SETTINGS]",
    footer = {
      "",
      "Examples:",
      "  sid datasets inspect path/to/shards",
      "  sid datasets inspect table.jsonl --label-column species"
    })
final class InspectCommand implements Callable<Integer> {
  private static final int SAMPLES = 5;

  /** Enough to look at images one after the other, however many there are. */
  private static final String WINDOW = "256";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1",
      paramLabel = "DATA",
      description = {
        "Where the data is. Unless --dataset names it, it is",
        "recognized by its files."
      })
  private Path data;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Settings that say how data is read. */
  static boolean offers(Setting<?> setting) {
    return setting == RunSetting.SEED
        || (setting.group() == SettingGroup.DATA && setting != DataSetting.DATA);
  }

  @Override
  public Integer call() throws IOException {
    List<Assignment> given =
        new ArrayList<>(
            SettingOptions.given(spec.commandLine().getParseResult(), InspectCommand::offers));
    given.add(Assignment.of(DataSetting.DATA.name(), data.toString()));
    if (!RecognizedSettings.names(given, ShardSetting.SHUFFLE_WINDOW)) {
      given.add(Assignment.of(ShardSetting.SHUFFLE_WINDOW.name(), WINDOW));
    }
    Settings settings = RecognizedSettings.of(given, terminal);
    Dataset dataset = new DataSource(settings).open(ProgressListener.NONE);
    Splits parts =
        dataset.split(settings.get(DataSetting.VALIDATION), settings.get(RunSetting.SEED));
    print(dataset, parts);
    return ExitCode.SUCCESS;
  }

  private void print(Dataset dataset, Splits parts) {
    line(
        "data",
        "%s: %s samples to train on, %s to validate, %s to test"
            .formatted(
                dataset.name(),
                ConsoleTexts.count(parts.train().size()),
                ConsoleTexts.count(parts.validation().size()),
                ConsoleTexts.count(parts.test().size())));
    for (DataFact fact : dataset.facts()) {
      line(fact.subject(), fact.text());
    }
    line("shape", shape(parts.train()));
    classes(dataset.classNames(), parts);
    for (int i = 0; i < Math.min(SAMPLES, parts.train().size()); i++) {
      String name = dataset.classNames().get(parts.train().label(i));
      line(i == 0 ? "samples" : "", parts.train().id(i).name() + " is " + name);
    }
    dataset.notes().forEach(note -> line("oddity", note));
    ClassSummary.of(dataset, parts).warnings().forEach(note -> line("oddity", note));
  }

  private static String shape(Examples examples) {
    String sizes =
        Arrays.stream(examples.shape())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("x"));
    return examples.shape().length == 1 ? sizes + " numbers" : sizes + " (channels, height, width)";
  }

  private void classes(List<String> names, Splits parts) {
    List<List<String>> rows = new ArrayList<>();
    int[] train = counts(parts.train(), names.size());
    int[] validation = counts(parts.validation(), names.size());
    int[] test = counts(parts.test(), names.size());
    for (int c = 0; c < names.size(); c++) {
      rows.add(
          List.of(
              names.get(c),
              ConsoleTexts.count(train[c]),
              ConsoleTexts.count(validation[c]),
              ConsoleTexts.count(test[c])));
    }
    line("classes", Integer.toString(names.size()));
    new TextTable(List.of("class", "train", "validation", "test"), rows)
        .lines(terminal.unicode())
        .forEach(terminal.out()::println);
  }

  private static int[] counts(Examples part, int classes) {
    int[] counts = new int[classes];
    for (int i = 0; i < part.size(); i++) {
      counts[part.label(i)]++;
    }
    return counts;
  }

  private void line(String subject, String text) {
    ConsoleTexts.wrap(
            terminal.width(),
            String.format(Locale.ROOT, "%-10s", subject),
            ConsoleTexts.printable(text))
        .forEach(terminal.out()::println);
  }
}
