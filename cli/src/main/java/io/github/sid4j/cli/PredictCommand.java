package io.github.sid4j.cli;

import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.InferenceEngine;
import io.github.sid4j.predict.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid predict}. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Classifies images, table rows or texts by the model of a run.",
    footer = {
      "",
      "Examples:",
      "  sid predict latest photo.jpg",
      "  sid predict runs/a folder-of-images --json"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Images, folders of images, or CSV files with the columns of the training; of a model of"
            + " texts also texts, and files with one in each line; - is the standard input.",
        "A file that cannot be read is reported and skipped, and the exit code is 2."
      })
  private List<String> files;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "3",
      description = "How many classes to show. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(names = "--beliefs", description = "Show the belief of every module.")
  private boolean beliefs;

  @Option(names = "--json", description = "Print a line of JSON for each input.")
  private boolean json;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = {
        "Write what is read and the answers to FILE, a .csv or .jsonl, in place of showing them.",
        "Columns of a table are kept; prediction and probability stand behind them."
      })
  private Path output;

  @Option(names = "--overwrite", description = "Replace FILE if it is there.")
  private boolean overwrite;

  @Option(
      names = "--weights",
      paramLabel = "best|last",
      defaultValue = "best",
      description = "Those of the best epoch or of the last. Default: ${DEFAULT-VALUE}.")
  private String weights;

  @Option(
      names = "--precision",
      paramLabel = "trained|fp32|bf16",
      defaultValue = "trained",
      description = "What layers compute in. Default: ${DEFAULT-VALUE}, that of the training.")
  private String precision;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda[:N]|mps",
      defaultValue = "auto",
      description =
          "What to compute on. Default: ${DEFAULT-VALUE}, the first GPU of NVIDIA if there is one.")
  private String device;

  @Option(
      names = "--engine",
      paramLabel = "libtorch|onnxruntime",
      defaultValue = "libtorch",
      description = {
        "What computes. Default: ${DEFAULT-VALUE}.",
        "ONNX Runtime takes longer to start and less time for each input."
      })
  private String engine;

  @Mixin private ExitOptions exit;

  @Mixin private TableOptions tables;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    run = NamedRun.of(run, terminal);
    if (top < 1) {
      throw new InputException("--top", "at least 1", Integer.toString(top), "correct it");
    }
    ClassifierOptions options =
        exit.in(
            ClassifierOptions.defaults()
                .with(StoredWeights.of(weights))
                .with(precision())
                .with(Device.available(device))
                .with(engine()));
    TableChoices choices = tables.choices();
    PredictOutput written = output == null ? null : PredictOutput.to(output, overwrite);
    try (Classifier classifier = Classifier.open(run, options)) {
      InputEncoding encoding = readable(classifier.description().input());
      // On the standard error, so that the standard output is what it was for programs.
      terminal.err().println("sid: " + classifier.inForce().describe());
      PredictTable table = new PredictTable(top, beliefs);
      Failed failed = new Failed();
      PredictAnswers answers = new PredictAnswers(classifier, this::note);
      new PredictInputs(encoding, choices, System.in, this::note)
          .read(files, group -> classify(answers, group, table, written, failed));
      answers.moreRefused().ifPresent(this::note);
      answers.unread().ifPresent(this::note);
      if (written != null) {
        written.write();
      }
      if (!table.isEmpty()) {
        table.lines(terminal.unicode()).forEach(terminal.out()::println);
      }
      return failed.any || answers.refused() > 0 ? ExitCode.BAD_INPUT : ExitCode.SUCCESS;
    }
  }

  private void note(String line) {
    terminal.err().println("sid: " + ConsoleTexts.printable(line));
  }

  /** Null for that of the training. */
  private Precision precision() {
    return switch (precision) {
      case "trained" -> null;
      case "fp32", "bf16" -> Precision.of(precision);
      default ->
          throw new InputException(
              "--precision", "trained, fp32 or bf16", precision, "correct it or leave it out");
    };
  }

  private InferenceEngine engine() {
    return Stream.of(InferenceEngine.values())
        .filter(each -> each.wireName().equals(engine))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "--engine", "libtorch or onnxruntime", engine, "correct it or leave it out"));
  }

  private InputEncoding readable(InputEncoding encoding) {
    if (PredictInputs.canRead(encoding)) {
      return encoding;
    }
    throw new InputException(
        run.toString(),
        "a model that was trained on images, CSV files or texts",
        "one whose data a program brought",
        "classify with " + Classifier.class.getName());
  }

  private void classify(
      PredictAnswers answers,
      List<PredictItem> group,
      PredictTable table,
      PredictOutput written,
      Failed failed) {
    List<PredictItem> readable = group.stream().filter(item -> item.error() == null).toList();
    Iterator<Prediction> predictions = answers.of(readable).iterator();
    for (PredictItem item : group) {
      if (item.error() != null) {
        failed.any = true;
        terminal.err().println("sid: " + ConsoleTexts.printable(item.error()));
        if (json) {
          terminal.out().println(RunJson.line(PredictLine.unreadable(item)));
        }
      } else if (written != null) {
        written.add(item, predictions.next());
      } else if (json) {
        terminal
            .out()
            .println(RunJson.line(PredictLine.of(item, predictions.next(), top, beliefs)));
      } else {
        table.add(item, predictions.next());
      }
    }
  }

  /** Whether an input could not be read. */
  private static final class Failed {
    private boolean any;
  }
}
