package io.github.sid4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The {@code sid} command in a process of its own, killed when it is closed. */
final class SidProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  private static final boolean LINUX =
      System.getProperty("os.name").equals("Linux")
          && System.getProperty("os.arch").equals("amd64");

  /**
   * The result of a process.
   *
   * @param code its exit code
   * @param out lines of its standard output
   * @param err lines of its other output
   */
  record Ended(int code, List<String> out, List<String> err) {}

  private final Process process;
  private final Lines out;
  private final Lines err;

  private SidProcess(Process process) {
    this.process = process;
    out = new Lines(process.getInputStream());
    err = new Lines(process.getErrorStream());
  }

  static SidProcess start(String... words) throws IOException {
    return start(List.of(), words);
  }

  /** Starts it by another command, which is given its whole command line. */
  static SidProcess start(List<String> by, String... words) throws IOException {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Short-lived: what starts fast is fastest.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            // As the launcher does on Linux.
            "-Dorg.bytedeco.javacpp.loadlibraries=" + !LINUX,
            // As the jar's manifest says: JDK 25 warns without it.
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(words));
    return new SidProcess(new ProcessBuilder(command).start());
  }

  static Ended run(String... words) throws IOException, InterruptedException {
    try (SidProcess sid = start(words)) {
      return sid.await();
    }
  }

  Ended await() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + PATIENCE_SECONDS + " s");
    }
    return new Ended(process.exitValue(), out.all(), err.all());
  }

  /** Waits for a line on the other output; fails if the process ends without it. */
  void awaitErr(Predicate<String> line) throws InterruptedException {
    err.await(line);
  }

  /** Waits for a line on the standard output and returns it. */
  String awaitOut(Predicate<String> line) throws InterruptedException {
    return out.await(line);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The processes that it has started. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Whether it ends by itself within a time. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Sends a signal, for example {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** As by {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** Reads a stream to its end on a thread of its own, so that the process never waits for us. */
  private static final class Lines {
    private final List<String> all = new ArrayList<>();
    private final BlockingQueue<Optional<String>> arriving = new LinkedBlockingQueue<>();
    private final Thread thread;

    Lines(InputStream stream) {
      thread = new Thread(() -> read(stream));
      thread.setDaemon(true);
      thread.start();
    }

    private void read(InputStream stream) {
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          all.add(line);
          arriving.add(Optional.of(line));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        arriving.add(Optional.empty());
      }
    }

    String await(Predicate<String> wanted) throws InterruptedException {
      Optional<String> line = arriving.take();
      while (!wanted.test(line.orElseThrow(() -> new AssertionError("ended with " + all)))) {
        line = arriving.take();
      }
      return line.orElseThrow();
    }

    List<String> all() throws InterruptedException {
      thread.join();
      return List.copyOf(all);
    }
  }
}
