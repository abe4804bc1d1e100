package io.github.sid4j.internal.catalog;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs, the newest first.
 *
 * @param runs each with what became of it
 */
public record RunList(List<RunSummary> runs) {
  /** Below a comparison's folder runs lie two folders deep; nobody nests them much further. */
  private static final int DEPTH = 6;

  /** Keeps a copy. */
  public RunList {
    runs = List.copyOf(runs);
  }

  /**
   * Finds runs, those of comparisons among them. No link below the folders is followed, and hidden
   * folders are passed over.
   *
   * @param folders to look in; each may be a run itself
   * @return all that are there
   * @throws InputException if one is no folder
   * @throws IOException if one cannot be read
   */
  public static RunList below(List<Path> folders) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new InputException(
            folder.toString(),
            "a folder with runs in it",
            Files.exists(folder) ? "a file" : "nothing there",
            "correct the path");
      }
      collect(folder, 0, found);
    }
    List<RunSummary> runs = new ArrayList<>();
    for (Path run : found) {
      runs.add(RunLook.at(run));
    }
    runs.sort(
        Comparator.comparing((RunSummary run) -> Instant.parse(run.started()))
            .reversed()
            .thenComparing(RunSummary::folder));
    return new RunList(runs);
  }

  private static void collect(Path folder, int depth, Set<Path> found) throws IOException {
    if (RunFolder.isRun(folder)) {
      found.add(folder.normalize());
      return;
    }
    if (depth == DEPTH) {
      return;
    }
    for (Path child : folders(folder)) {
      if (Files.isReadable(child)) {
        collect(child, depth + 1, found);
      }
    }
  }

  /** Those that are in a folder themselves and are not hidden. */
  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /**
   * The run in a folder that began last. Runs deeper in it, as those of a comparison, do not count,
   * and neither does what has not got as far as to say when it began.
   *
   * @param folder where runs are; it need not be there
   * @return its folder; empty if there is none
   * @throws IOException if the folder cannot be read
   */
  public static Optional<Path> newest(Path folder) throws IOException {
    Map<Instant, Path> byStart = new TreeMap<>();
    for (Path run : Files.isDirectory(folder) ? folders(folder) : List.<Path>of()) {
      if (RunFolder.isRun(run)) {
        started(run).ifPresent(start -> byStart.put(start, run));
      }
    }
    return byStart.values().stream().reduce((first, second) -> second);
  }

  static Optional<Instant> started(Path run) {
    try {
      Path file = new RunPaths(run).provenance();
      return Optional.of(Instant.parse(RunJson.read(file, Provenance.class).started()));
    } catch (InputException | IOException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
