package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell's own process. The end of its input is the request to stop, so it also stops, with a
 * checkpoint, when this process is killed.
 */
final class CellProcess {
  private static final int KILLED = 128 + 9;

  private final Cell cell;
  private final Path folder;
  private final Path log;
  private final long logBefore;
  private final Process process;

  // It is asked many times a second, and an epoch takes longer.
  private long metricsSize;
  private int epochs;

  private CellProcess(Cell cell, Path folder, Path log, long logBefore, Process process) {
    this.cell = cell;
    this.folder = folder;
    this.log = log;
    this.logBefore = logBefore;
    this.process = process;
  }

  /**
   * Starts or continues with a cell.
   *
   * @throws IOException if no process can be started
   */
  static CellProcess start(CellStart how, Cell cell) throws IOException {
    Folders folders = how.folders();
    Path log = folders.log(cell);
    Files.createDirectories(log.getParent());
    long before = Files.exists(log) ? Files.size(log) : 0;
    List<String> words = new ArrayList<>(List.of("train", "--stop-with-input", "--resume"));
    words.add("--out=" + folders.cell(cell));
    words.addAll(cell.flags());
    ProcessBuilder builder =
        new ProcessBuilder(how.launch().command(List.of(), words))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeAll(how.hidden());
    return new CellProcess(cell, folders.cell(cell), log, before, builder.start());
  }

  Cell cell() {
    return cell;
  }

  /** Asks it to write a checkpoint and end; it does in its own time. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      return; // It has ended already.
    }
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /** How many epochs it has finished. */
  int epochs() {
    Path metrics = new RunPaths(folder).metrics();
    try {
      long size = Files.size(metrics);
      if (size != metricsSize) {
        epochs = Files.readAllLines(metrics).size();
        metricsSize = size;
      }
    } catch (IOException e) {
      return 0; // The first is not over.
    }
    return epochs;
  }

  /** The code that it ended with. */
  int code() {
    return process.exitValue();
  }

  /** Why it ended, in a line, by its last words. */
  String reason() throws IOException {
    if (code() == KILLED) {
      return "killed (exit code %s), as the system does when memory runs out".formatted(KILLED);
    }
    List<String> said = said();
    return said.stream()
        .filter(line -> line.startsWith("sid: ") && !line.startsWith("sid: warning: "))
        .reduce((first, second) -> second)
        .map(CellProcess::bare)
        .orElseGet(
            () ->
                "ended with exit code %s%s"
                    .formatted(
                        code(),
                        said.isEmpty() ? ", without a word" : ": " + said.get(said.size() - 1)));
  }

  private List<String> said() throws IOException {
    byte[] all = Files.readAllBytes(log);
    int from = (int) Math.min(logBefore, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String bare(String line) {
    return line.replaceFirst("^sid: (the run failed: )?", "")
        .replaceFirst(" \\(details in [^)]*\\)$", "");
  }
}
