package io.github.sid4j.cli;

import io.github.sid4j.internal.cluster.MeetingPlace;
import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts the processes of a run on this machine, waits for them, and starts them again when one was
 * killed. They meet in a file of a temporary folder, and listen on 127.0.0.1 alone.
 */
final class LocalProcesses {
  /** Has the path of the run's folder. */
  static final String FOLDER_NOTE = "run-folder";

  /** What libtorch prints: c10d warns of ends that are reported in one line anyway. */
  private static final String LOG_LEVEL = "TORCH_CPP_LOG_LEVEL";

  private static final int SIGNALLED = 128;

  /** Until those that are left have noticed that one ended. */
  private static final long GRACE_SECONDS = 8;

  private final Terminal terminal;
  private final Settings settings;
  private final List<String> words;
  private final List<Thread> passing = new ArrayList<>();

  /**
   * Prepares them.
   *
   * @param words of the command line
   */
  LocalProcesses(Terminal terminal, Settings settings, List<String> words) {
    this.terminal = terminal;
    this.settings = settings;
    this.words = List.copyOf(words);
  }

  /** Trains. Gives the exit code of the first process. */
  int run() throws IOException {
    Path folder = Files.createTempDirectory("sid-processes-");
    try {
      return run(folder);
    } finally {
      remove(folder);
    }
  }

  private int run(Path folder) throws IOException {
    int most = settings.get(RunSetting.MAX_RESTARTS);
    for (int attempt = 0; ; attempt++) {
      List<Process> ranks = start(folder, attempt);
      Thread stopping = new Thread(() -> stop(ranks), "stop-ranks");
      Runtime.getRuntime().addShutdownHook(stopping);
      Ended ended = await(ranks, folder, attempt);
      try {
        Runtime.getRuntime().removeShutdownHook(stopping);
      } catch (IllegalStateException e) {
        return ended.code(); // A signal stops this process, too.
      }
      if (ended.killed().isEmpty()) {
        return ended.code();
      }
      if (attempt == most) {
        if (ended.code() != ExitCode.LOST_PROCESS) {
          // The first process was the one, and could say nothing.
          terminal.err().println("sid: the run failed: " + ended.killed().get());
        }
        return ExitCode.LOST_PROCESS;
      }
      terminal
          .err()
          .println(
              "%s; starting again from the last checkpoint (%s of %s)"
                  .formatted(ended.killed().get(), attempt + 1, most));
    }
  }

  /**
   * What became of the processes.
   *
   * @param code of the first
   * @param killed a line on the one that was killed; empty if none was
   */
  private record Ended(int code, Optional<String> killed) {}

  private List<Process> start(Path folder, int attempt) throws IOException {
    int size = settings.get(RunSetting.PROCESSES);
    MeetingPlace place = new MeetingPlace.InFile(folder.resolve("meeting-" + attempt));
    List<Process> ranks = new ArrayList<>();
    for (int rank = 0; rank < size; rank++) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Launch.likeThisProcess(Main.class.getName()).command(List.of(), words));
      builder.environment().put(Seat.VARIABLE, new Seat(rank, size, place, attempt).text());
      builder.environment().putIfAbsent(LOG_LEVEL, "ERROR");
      builder.environment().put(StarterEnd.VARIABLE, "" + ProcessHandle.current().pid());
      if (rank == 0 && terminal.interactive()) {
        builder.inheritIO();
      } else if (rank == 0) {
        builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
      } else {
        builder
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors(folder, attempt, rank).toFile());
      }
      ranks.add(builder.start());
    }
    if (!terminal.interactive()) {
      pass(ranks.get(0).getInputStream(), terminal.out());
      pass(ranks.get(0).getErrorStream(), terminal.err());
    }
    return ranks;
  }

  /** Where nobody watches, lines of the first process become our own. */
  private void pass(InputStream from, PrintWriter to) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(from, Charset.defaultCharset()))) {
                lines.lines().forEach(to::println);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "lines-of-rank-0");
    thread.start();
    passing.add(thread);
  }

  /** All that the first process printed comes before what this one says of its end. */
  private void awaitLines() {
    for (Thread thread : passing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    passing.clear();
  }

  private static Path errors(Path folder, int attempt, int rank) {
    return folder.resolve("errors-%s-%s".formatted(attempt, rank));
  }

  /** The first process writes its checkpoint and lets the others end. */
  private static void stop(List<Process> ranks) {
    ranks.get(0).destroy();
    ranks.forEach(LocalProcesses::join);
  }

  private static void join(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Ended await(List<Process> ranks, Path folder, int attempt) throws IOException {
    awaitFailureOrEnd(ranks);
    List<Integer> stuck = endAll(ranks);
    awaitLines();
    int code = ranks.get(0).exitValue();
    Optional<String> killed =
        lost(ranks, stuck).map(rank -> line(rank, ranks.get(rank), stuck.contains(rank)));
    // Where the first one has ended well the run is complete, whatever becomes of the others.
    boolean own = code != ExitCode.LOST_PROCESS && !wasKilled(ranks.get(0));
    if (own) {
      return new Ended(code, Optional.empty());
    }
    if (killed.isEmpty() && code == ExitCode.LOST_PROCESS) {
      show(folder, attempt, ranks);
    }
    return new Ended(code, killed);
  }

  /**
   * Who is behind the end. Where one was killed, those that are stuck may only have waited for it,
   * such as before all had met.
   */
  private static Optional<Integer> lost(List<Process> ranks, List<Integer> stuck) {
    return IntStream.range(0, ranks.size())
        .boxed()
        .filter(rank -> !stuck.contains(rank) && wasKilled(ranks.get(rank)))
        .findFirst()
        .or(() -> stuck.stream().findFirst());
  }

  /** Until one ends with an error, or all have ended. */
  private static void awaitFailureOrEnd(List<Process> ranks) {
    CompletableFuture<Void> failure = new CompletableFuture<>();
    List<CompletableFuture<Void>> ends =
        ranks.stream()
            .map(rank -> rank.onExit().thenAccept(ended -> report(ended, failure)))
            .toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    CompletableFuture.anyOf(failure, all).join();
  }

  private static void report(Process ended, CompletableFuture<Void> failure) {
    if (ended.exitValue() != 0) {
      failure.complete(null);
    }
  }

  /** Gives those that are left time to end by themselves, then ends them. */
  private static List<Integer> endAll(List<Process> ranks) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
    List<Integer> stuck = new ArrayList<>();
    for (int rank = 0; rank < ranks.size(); rank++) {
      try {
        long left = Math.max(1, end - System.nanoTime());
        if (!ranks.get(rank).waitFor(left, TimeUnit.NANOSECONDS)) {
          stuck.add(rank);
          ranks.get(rank).destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return stuck;
  }

  private static boolean wasKilled(Process process) {
    int code = process.exitValue();
    return code > SIGNALLED
        && code != ExitCode.STOPPED
        && code != ExitCode.CLOSED_PIPE
        && code != ExitCode.TERMINATED;
  }

  private static String line(int rank, Process process, boolean stuck) {
    return stuck
        ? "rank %s did not answer".formatted(rank)
        : "rank %s was ended by signal %s".formatted(rank, process.exitValue() - SIGNALLED);
  }

  /** What a process said that failed by itself. */
  private void show(Path folder, int attempt, List<Process> ranks) throws IOException {
    for (int rank = 1; rank < ranks.size(); rank++) {
      int code = ranks.get(rank).exitValue();
      if (code != 0 && code != ExitCode.LOST_PROCESS) {
        for (String line : Files.readAllLines(errors(folder, attempt, rank))) {
          terminal.err().println("rank " + rank + ": " + line);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
