package io.github.sid4j.internal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker as its parent sees it. Ends with {@link #close()} and with this process. */
final class WorkerProcess implements AutoCloseable {
  private static final long PATIENCE_AT_END_SECONDS = 5;

  private final String name;
  private final Process process;
  private final Duration patience;
  private final PrintWriter wishes;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
  private volatile String lastWords = "";
  private final Thread errors;
  private final Thread killer;

  /**
   * Starts a worker.
   *
   * @param name to call it by
   * @param command its command line
   * @param environment changes the variables that it inherits from this process
   * @param patience how long to wait for any answer
   * @throws WorkerException if there is no such program
   */
  WorkerProcess(
      String name,
      List<String> command,
      Consumer<Map<String, String>> environment,
      Duration patience) {
    this.name = name;
    this.patience = patience;
    ProcessBuilder builder = new ProcessBuilder(command);
    environment.accept(builder.environment());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new WorkerException(name, "cannot be started: " + e.getMessage());
    }
    killer = new Thread(process::destroyForcibly, "sid4j-worker-killer");
    Runtime.getRuntime().addShutdownHook(killer);
    wishes = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    reader(process.getInputStream(), this::answered, () -> answers.add(Optional.empty()));
    errors = reader(process.getErrorStream(), this::complained, () -> {});
  }

  private void answered(String line) {
    answers.add(Optional.of(line));
  }

  private void complained(String line) {
    if (!line.isBlank()) {
      lastWords = line.strip();
    }
  }

  private static Thread reader(InputStream stream, Consumer<String> line, Runnable end) {
    Thread thread =
        new Thread(
            () -> {
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                  .lines()
                  .forEach(line);
              end.run();
            },
            "sid4j-worker-reader");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** What it is called by. */
  String name() {
    return name;
  }

  /** Waits for its first answer. */
  WorkerProtocol.Ready awaitReady() {
    return next(WorkerProtocol.Ready.class);
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws WorkerException if it ends, keeps silent for too long, or cannot do it
   */
  <T extends Record> T ask(String wish, int count, Class<T> type) {
    wishes.println(wish + " " + count);
    return next(type);
  }

  private <T extends Record> T next(Class<T> type) {
    Optional<String> answer;
    try {
      answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkerException(name, "the wait for it was interrupted");
    }
    if (answer == null) {
      process.destroyForcibly();
      throw new WorkerException(name, "no answer within " + patience.toSeconds() + " s" + words());
    }
    return WorkerProtocol.read(name, answer.orElseThrow(this::ended), type);
  }

  private WorkerException ended() {
    try {
      process.waitFor(PATIENCE_AT_END_SECONDS, TimeUnit.SECONDS);
      errors.join(Duration.ofSeconds(PATIENCE_AT_END_SECONDS).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String code =
        process.isAlive() ? "closed its output" : "ended with exit code " + process.exitValue();
    return new WorkerException(name, code + words());
  }

  private String words() {
    return lastWords.isEmpty() ? ", without a word" : "; its last words: " + lastWords;
  }

  /** The processor time that it has used so far; zero where the system does not report it. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Lets it end, or ends it. */
  @Override
  public void close() {
    wishes.println("quit");
    wishes.close();
    try {
      if (!process.waitFor(PATIENCE_AT_END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      return; // This process is ending: the hook runs.
    }
  }
}
