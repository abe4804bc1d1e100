package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.export.Exported;
import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Writers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Writes the model of a run for other programs.",
    footer = {"", "Examples:", "  sid export latest --onnx model.onnx"})
final class ExportCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Folder of the run, or latest.")
  private Path run;

  @ArgGroup(exclusive = false, multiplicity = "0..1")
  private Targets targets;

  @Option(
      names = "--weights",
      paramLabel = "best|last",
      defaultValue = "best",
      description = "Those of the best epoch or of the last. Default: ${DEFAULT-VALUE}.")
  private String weights;

  @Option(names = "--overwrite", description = "Replace files that are there.")
  private boolean overwrite;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is to be written. */
  private static final class Targets {
    @Option(
        names = "--onnx",
        paramLabel = "FILE",
        description = "The network, giving the beliefs of all modules; checked in ONNX Runtime.")
    private Path onnx;

    @Option(
        names = "--safetensors",
        paramLabel = "FILE",
        description = "The weights, by the names that PyTorch's users expect.")
    private Path safetensors;
  }

  @Override
  public Integer call() throws IOException {
    run = NamedRun.of(run, terminal);
    if (targets == null) {
      throw new InputException(
          "sid export", "--onnx FILE or --safetensors FILE", "neither", "add one of them or both");
    }
    check(targets.onnx);
    check(targets.safetensors);
    try (RunExport export = RunExport.open(run, StoredWeights.of(weights))) {
      if (targets.onnx != null) {
        Exported onnx = export.onnx(targets.onnx, Writers.standard());
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "onnx %s: %s, beliefs of %d modules, within %.1e of ONNX Runtime%n",
                targets.onnx,
                size(onnx.bytes()),
                onnx.beliefs(),
                onnx.largestDifference());
      }
      if (targets.safetensors != null) {
        long bytes = export.safetensors(targets.safetensors);
        terminal.out().println("safetensors " + targets.safetensors + ": " + size(bytes));
      }
    }
    return ExitCode.SUCCESS;
  }

  private void check(Path file) {
    if (file == null) {
      return;
    }
    NewFile.check(file, overwrite);
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
