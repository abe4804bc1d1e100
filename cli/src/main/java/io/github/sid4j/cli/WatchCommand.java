package io.github.sid4j.cli;

import io.github.sid4j.internal.watch.WatchServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sid watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows a run in a browser while it trains.",
      "The page is for this machine alone, until Ctrl-C."
    },
    footer = {"", "Examples:", "  sid watch latest"})
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      description = "Folder of the run, or latest; it need not be there yet.")
  private Path run;

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description =
          "Where to serve the page on 127.0.0.1; 0 is any free port."
              + " Default: "
              + WatchServer.PORT
              + ", or the next free one.")
  private Integer port;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    run = NamedRun.of(run, terminal);
    OptionalInt wanted = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    try (WatchServer watch = WatchServer.start(run, wanted)) {
      terminal.out().println("watch " + watch.uri());
      // A signal ends the process, with the code that the system gives it.
      new CountDownLatch(1).await();
      return ExitCode.SUCCESS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.STOPPED;
    }
  }
}
