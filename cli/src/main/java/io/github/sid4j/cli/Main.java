package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

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
  /** Where runs are stored that are given no folder. */
  private static final Path RUNS = Path.of("runs");

  @Spec private CommandSpec spec;

  Main() {}

  /**
   * Runs the command and ends the process with 0 for success, 1 for a run that failed, or 2 for bad
   * input.
   *
   * @param args the words after {@code sid}
   */
  public static void main(String[] args) {
    LostOutput lost = new LostOutput();
    Terminal terminal = Surroundings.prepare(lost);
    EarlyEngine.startFor(List.of(args));
    System.exit(run(args, terminal, lost, training(args), RunEvaluation::of));
  }

  /**
   * Trains as the command line does.
   *
   * @param args the command, which the run keeps
   */
  static TrainingRunner training(String... args) {
    List<String> command = List.of(args);
    return (settings, listener, stop) -> train(command, settings, listener, stop);
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
          new CommandTree(terminal, stop, training, evaluating)
              .of(List.of(args))
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

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
