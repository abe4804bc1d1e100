package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.UserPath;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The entry of the {@code sid} command. */
@Command(
    name = "sid",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Trains deep networks as a cascade of decoupled modules.",
    footer = {
      "",
      "RUN is the folder of a run, or latest for the newest one in runs/.",
      "sid COMMAND --help shows the flags of a command, with examples."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:success",
      "1:the run failed",
      "2:flags, settings, files or data cannot be used",
      "3:another process of a run of several was lost",
      "130, 143:stopped by a signal, with a checkpoint to resume from",
      "141:the program that reads the output ended; training stops with a checkpoint"
    })
public final class Main implements Runnable {
  private static final int USUAL_HELP = 80;
  private static final int WIDE_HELP = 110;

  /** Where runs are stored that are given no folder. */
  private static final Path RUNS = Path.of("runs");

  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs the command and ends the process with 0 for success, 1 for a run that failed, or 2 for bad
   * input.
   *
   * @param args the words after {@code sid}
   */
  public static void main(String[] args) {
    List<String> command = List.of(args);
    TrainingRunner training =
        (settings, listener, stop) -> train(command, settings, listener, stop);
    LostOutput lost = new LostOutput();
    Terminal terminal = Surroundings.prepare(lost);
    System.exit(run(args, terminal, lost, training, RunEvaluation::of));
  }

  private static Optional<RunResult> train(
      List<String> command, Settings settings, TrainingListener listener, BooleanSupplier stop)
      throws IOException {
    Training training =
        Training.of(settings).newFolderIn(RUNS).listeners(listener).stopWhen(stop).command(command);
    RankPart.of(settings).ifPresent(part -> training.listeners(part.keepingFolder()));
    Optional<Trained> trained = training.runAsRank();
    Optional<RunResult> result = trained.flatMap(Trained::result);
    trained.ifPresent(Trained::close);
    return result;
  }

  static int run(String[] args, Terminal terminal, TrainingRunner training, Evaluating evaluating) {
    return run(args, terminal, new LostOutput(), training, evaluating);
  }

  static int run(
      String[] args,
      Terminal terminal,
      LostOutput lost,
      TrainingRunner training,
      Evaluating evaluating) {
    Failures failures = new Failures(terminal.err());
    Optional<InputException> unreadable = Surroundings.unreadable(List.of(args));
    if (unreadable.isPresent()) {
      return failures.execution(unreadable.get(), FlagTexts.none());
    }
    // Released only after the last word is printed: the process may end at that very moment.
    try (StopRequest stop = new StopRequest(terminal)) {
      lost.endsBy(stop);
      CommandLine commands =
          commands(terminal, stop, training, evaluating)
              .setExecutionStrategy(parsed -> untilLost(parsed, failures))
              .setParameterExceptionHandler((e, words) -> failures.usage(e))
              .setExecutionExceptionHandler(
                  (e, command, parsed) ->
                      failures.execution(e, FlagTexts.of(command.getCommandSpec())));
      return lost.code(execute(commands, args, failures), terminal.err());
    } catch (InputException e) {
      // The flags are made of the methods on the class path, of which one cannot be used.
      return failures.execution(e, FlagTexts.none());
    }
  }

  private static int execute(CommandLine commands, String[] args, Failures failures) {
    try {
      return commands.execute(args);
    } catch (Error e) {
      // A native library that does not load, or no memory: also reported in one line.
      return failures.execution(e, FlagTexts.none());
    }
  }

  /** Help and version are printed outside of what picocli guards. */
  private static int untilLost(ParseResult parsed, Failures failures) {
    try {
      return new RunLast().execute(parsed);
    } catch (LostOutputException e) {
      return failures.execution(e, FlagTexts.none());
    }
  }

  static CommandLine commands(
      Terminal terminal, StopRequest stop, TrainingRunner training, Evaluating evaluating) {
    CommandSpec train = CommandSpec.forAnnotatedObject(new TrainCommand(terminal, stop, training));
    SettingOptions.addTo(train);
    CommonFlags.addTo(train);
    CommandSpec grow = CommandSpec.forAnnotatedObject(new GrowCommand(terminal, stop, training));
    SettingOptions.addTo(grow, GrowCommand::offers);
    CommonFlags.addTo(grow);
    CommandSpec inspect = CommandSpec.forAnnotatedObject(new InspectCommand(terminal));
    SettingOptions.addTo(inspect, InspectCommand::offers);
    CommandLine sid =
        new CommandLine(new Main())
            .addSubcommand(train)
            .addSubcommand(new EvaluateCommand(terminal, evaluating))
            .addSubcommand(new PredictCommand(terminal))
            .addSubcommand(new CalibrateCommand(terminal))
            .addSubcommand(new SuspectsCommand(terminal, stop))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new TruncateCommand(terminal))
            .addSubcommand(grow)
            .addSubcommand(new CompareCommand(terminal, stop))
            .addSubcommand(new ReportCommand(terminal))
            .addSubcommand(new WatchCommand(terminal))
            .addSubcommand(new RunsCommand(terminal))
            .addSubcommand(
                new CommandLine(new DatasetsCommand(terminal)).addSubcommand("inspect", inspect))
            .addSubcommand(new ModelsCommand(terminal))
            .addSubcommand(new RecipesCommand(terminal))
            .addSubcommand(new BenchCommand(terminal))
            .addSubcommand(new BenchWorkerCommand(terminal))
            .addSubcommand("completion", new GenerateCompletion())
            // A path may begin with @.
            .setExpandAtFiles(false)
            .registerConverter(Path.class, Main::path)
            .setOut(terminal.styled())
            .setUsageHelpWidth(helpWidth(terminal))
            .setErr(terminal.err());
    sid.getSubcommands().get("completion").setCommandName("completion");
    CommandGroups.describe(
        sid.getSubcommands().get("completion"),
        "Prints a script that completes commands in bash and zsh.");
    CommonFlags.shorten(sid.getSubcommands().get("train"));
    CommonFlags.shorten(sid.getSubcommands().get("grow"));
    CommandGroups.show(sid);
    return sid;
  }

  /**
   * That of the window, where it is neither too narrow for the names of flags nor too wide to read.
   */
  private static int helpWidth(Terminal terminal) {
    int window = terminal.width() == Terminal.UNBROKEN ? USUAL_HELP : terminal.width() + 1;
    return Math.max(USUAL_HELP, Math.min(WIDE_HELP, window));
  }

  private static Path path(String text) {
    try {
      return UserPath.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "expected a path, found %s; %s".formatted(Shown.text(text), e.getReason()));
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
