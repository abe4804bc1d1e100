package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.SettingsFile;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sid train}. */
@Command(
    name = "train",
    versionProvider = Version.class,
    sortOptions = false,
    description = "Trains a network and stores the run in a folder.",
    synopsisHeading = "Usage: ",
    customSynopsis = "sid train [DATA] [--config FILE] [--set KEY=VALUE]... [SETTINGS]",
    footer = {
      "",
      "Examples:",
      "  sid train --dataset mnist --download",
      "  sid train path/to/images --image-size 64",
      "  sid train table.csv --label-column species",
      "  sid train --resume --out latest",
      "",
      "The settings above can be given as flags, by --set or in the file of --config,",
      "under the same name. A flag wins over --set, --set over the file, and the file",
      "over the defaults. Some data sets have defaults of their own: see sid datasets."
    })
final class TrainCommand implements Callable<Integer> {
  static final String VERBOSE =
      "Where no terminal is, too, say how far an epoch is, and what each module learned in it.";

  private final Terminal terminal;
  private final StopRequest stop;
  private final TrainingRunner training;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = {
        "Where the data is, as --data says, too. Unless --dataset",
        "names it, it is recognized by its files."
      })
  private Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with a line like batch: 64 for each setting.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting by its name; may be repeated, the last one wins.")
  private List<String> pairs = List.of();

  @Option(
      names = "--stop-with-input",
      description = {
        "Stop with a checkpoint when the standard input ends:",
        "for programs that start sid and hold its input open."
      })
  private boolean stopWithInput;

  @Option(names = "--verbose", description = VERBOSE)
  private boolean verbose;

  TrainCommand(Terminal terminal, StopRequest stop, TrainingRunner training) {
    this.terminal = terminal;
    this.stop = stop;
    this.training = training;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = RankPart.shared(settings());
    checkVerbose(verbose, settings);
    Optional<RankPart> part = RankPart.of(settings);
    if (part.isEmpty() && settings.get(RunSetting.PROCESSES) > 1) {
      return new LocalProcesses(terminal, settings, words()).run();
    }
    if (stopWithInput) {
      InputEnd.watch(System.in, stop::request);
    }
    part.ifPresent(rank -> watchStarter(rank, settings));
    if (part.isPresent() && !part.get().isFirst()) {
      // A signal that all get is for the first process, which lets this one end.
      stop.getAsBoolean();
      training.run(settings, new TrainingListener() {}, stop);
      return ExitCode.SUCCESS;
    }
    return train(part.isPresent() ? part.get().resuming(settings) : settings);
  }

  /** The first rank lets the others end when it stops. */
  private void watchStarter(RankPart rank, Settings settings) {
    StarterEnd.watch(
        System.getenv(),
        Duration.ofSeconds(settings.get(RunSetting.PEER_TIMEOUT)),
        rank.isFirst() ? stop::request : () -> {});
  }

  /** The command line as it was given. */
  private List<String> words() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }

  private int train(Settings settings) throws IOException {
    try (ConsoleView view = new ConsoleView(terminal, settings, verbose, FlagTexts.of(spec))) {
      Optional<RunResult> result = training.run(settings, view, stop);
      if (result.isEmpty()) {
        view.stopped();
        return ExitCode.STOPPED;
      }
      return ExitCode.SUCCESS;
    }
  }

  /** The two contradict each other. */
  static void checkVerbose(boolean verbose, Settings settings) {
    if (verbose && settings.get(RunSetting.QUIET)) {
      throw new InputException("--verbose", "no --quiet beside it", "both", "leave one out");
    }
  }

  /** The newest run can only be meant where one continues. */
  private Assignment latest(Assignment out) throws IOException {
    boolean resumes =
        spec.commandLine().getParseResult().hasMatchedOption("--" + RunSetting.RESUME.name());
    return resumes && Path.of(out.text()).equals(NamedRun.LATEST)
        ? Assignment.of(out.name(), NamedRun.of(NamedRun.LATEST, terminal).toString())
        : out;
  }

  private Settings settings() throws IOException {
    List<Assignment> assignments = new ArrayList<>();
    if (config != null) {
      assignments.addAll(SettingsFile.read(config));
    }
    pairs.stream().map(SetOption::read).forEach(assignments::add);
    for (Assignment flag : SettingOptions.given(spec.commandLine().getParseResult())) {
      assignments.add(flag.name().equals(RunSetting.OUT.name()) ? latest(flag) : flag);
    }
    if (data != null) {
      if (RecognizedSettings.names(assignments, DataSetting.DATA)) {
        throw new InputException("--data", "one place of the data", "two", "leave one out");
      }
      assignments.add(Assignment.of(DataSetting.DATA.name(), data.toString()));
    }
    Settings settings = RecognizedSettings.of(assignments, terminal);
    checkResumed(settings, assignments);
    sayWhatBegins(settings);
    return settings;
  }

  /** Who says nothing of data means a run that is there. */
  private static void checkResumed(Settings settings, List<Assignment> given) {
    Optional<Path> out = settings.get(RunSetting.OUT);
    boolean saysWhat =
        RecognizedSettings.names(given, DataSetting.DATASET)
            || RecognizedSettings.names(given, DataSetting.DATA)
            || given.stream()
                .anyMatch(
                    one ->
                        SettingTable.named(one.name()).isPresent()
                            && SettingTable.named(one.name()).get().decidesResult());
    if (settings.get(RunSetting.RESUME)
        && out.isPresent()
        && Files.notExists(out.get())
        && !saysWhat) {
      throw new InputException(
          out.get().toString(),
          "the folder of a run to resume",
          "nothing there",
          "correct --out, or name the data of a new run");
    }
  }

  /** A mistyped folder must not look like one that resumes. */
  private void sayWhatBegins(Settings settings) {
    settings
        .get(RunSetting.OUT)
        .filter(folder -> settings.get(RunSetting.RESUME))
        .filter(Files::notExists)
        .ifPresent(
            folder ->
                terminal
                    .err()
                    .println(
                        "sid: %s does not exist: nothing to resume, a new run begins there"
                            .formatted(folder)));
  }
}
