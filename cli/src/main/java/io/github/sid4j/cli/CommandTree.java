package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.UserPath;
import io.github.sid4j.settings.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** All commands below {@code sid}. Each is made when it is asked for, since that takes time. */
final class CommandTree {
  private static final int USUAL_HELP = 80;
  private static final int WIDE_HELP = 110;
  private static final String COMPLETION = "completion";

  private final Map<String, Supplier<CommandLine>> makers = new LinkedHashMap<>();
  private final Terminal terminal;

  CommandTree(Terminal terminal, StopRequest stop, TrainingRunner training, Evaluating evaluating) {
    this.terminal = terminal;
    makers.put(
        "train", () -> withSettings(new TrainCommand(terminal, stop, training), any -> true));
    put("evaluate", () -> new EvaluateCommand(terminal, evaluating));
    put("predict", () -> new PredictCommand(terminal));
    put("calibrate", () -> new CalibrateCommand(terminal));
    put("probe", () -> new ProbeCommand(terminal));
    put("suspects", () -> new SuspectsCommand(terminal, stop));
    put("export", () -> new ExportCommand(terminal));
    put("truncate", () -> new TruncateCommand(terminal));
    makers.put(
        "grow", () -> withSettings(new GrowCommand(terminal, stop, training), GrowCommand::offers));
    put("compare", () -> new CompareCommand(terminal, stop));
    put("report", () -> new ReportCommand(terminal));
    put("watch", () -> new WatchCommand(terminal));
    put("runs", () -> new RunsCommand(terminal));
    makers.put("datasets", this::datasets);
    put("models", () -> new ModelsCommand(terminal));
    put("recipes", () -> new RecipesCommand(terminal));
    put("bench", () -> new BenchCommand(terminal));
    put("bench-worker", () -> new BenchWorkerCommand(terminal));
    put(COMPLETION, GenerateCompletion::new);
  }

  private void put(String name, Supplier<Object> command) {
    makers.put(name, () -> new CommandLine(command.get()));
  }

  /** With all commands, as help, completion and corrections of mistyped names need it. */
  CommandLine all() {
    CommandLine sid = root();
    makers.forEach((name, maker) -> sid.addSubcommand(name, maker.get()));
    CommandLine completion = sid.getSubcommands().get(COMPLETION).setCommandName(COMPLETION);
    CommandGroups.describe(completion, "Prints a script that completes commands in bash and zsh.");
    CommandGroups.show(sid);
    return configured(sid);
  }

  /**
   * With what a command line needs.
   *
   * @param words of it; all commands where the first is the name of none
   */
  CommandLine of(List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    if (!makers.containsKey(first) || first.equals(COMPLETION)) {
      return all();
    }
    return configured(root().addSubcommand(first, makers.get(first).get()));
  }

  private CommandLine root() {
    return new CommandLine(new Main());
  }

  private CommandLine configured(CommandLine sid) {
    // A path may begin with @.
    return sid.setExpandAtFiles(false)
        .registerConverter(Path.class, CommandTree::path)
        .setOut(terminal.styled())
        .setUsageHelpWidth(helpWidth())
        .setErr(terminal.err());
  }

  private static CommandLine withSettings(Object command, Predicate<Setting<?>> offered) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    SettingOptions.addTo(spec, offered);
    CommonFlags.addTo(spec);
    CommandLine line = new CommandLine(spec);
    CommonFlags.shorten(line);
    return line;
  }

  private CommandLine datasets() {
    CommandSpec inspect = CommandSpec.forAnnotatedObject(new InspectCommand(terminal));
    SettingOptions.addTo(inspect, InspectCommand::offers);
    return new CommandLine(new DatasetsCommand(terminal)).addSubcommand("inspect", inspect);
  }

  /**
   * That of the window, where it is neither too narrow for the names of flags nor too wide to read.
   */
  private int helpWidth() {
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
}
