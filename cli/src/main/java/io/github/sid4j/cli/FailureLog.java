package io.github.sid4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where internal errors happened, in files below the temporary folder: in one folder of this
 * user's, which keeps the newest.
 */
final class FailureLog {
  static final int KEPT = 10;

  private static final String NAME = "sid-failure-";

  private final Path temporary;

  FailureLog(Path temporary) {
    this.temporary = temporary;
  }

  /** Keeps where an error happened. Gives words for the end of its line. */
  static String keep(Throwable thrown) {
    return new FailureLog(Path.of(System.getProperty("java.io.tmpdir"))).write(thrown);
  }

  String write(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    try {
      Path file = file();
      Files.write(file, trace.toString().getBytes(StandardCharsets.UTF_8));
      return " (details in " + file + ")";
    } catch (IOException e) {
      return " (details could not be written: " + e.getMessage() + ")";
    }
  }

  private Path file() throws IOException {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "-");
    Path folder = temporary.resolve("sid-failures-" + user);
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      // With the rights of a temporary folder, which are its owner's alone.
      Path made = Files.createTempDirectory(temporary, "sid-failures-");
      try {
        Files.move(made, folder);
      } catch (IOException e) {
        Files.delete(made); // Another process was faster.
      }
    }
    Path file = Files.createTempFile(temporary, NAME, ".txt");
    // Anybody may have put something under that name into a temporary folder that all share.
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(file))) {
      return file;
    }
    removeOldest(folder);
    return Files.move(file, folder.resolve(file.getFileName()));
  }

  private static void removeOldest(Path folder) throws IOException {
    List<Path> logs;
    try (Stream<Path> entries = Files.list(folder)) {
      logs =
          new ArrayList<>(
              entries
                  .filter(entry -> entry.getFileName().toString().startsWith(NAME))
                  .filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                  .toList());
    }
    logs.sort(Comparator.comparing(FailureLog::time));
    for (Path log : logs.subList(0, Math.max(0, logs.size() - KEPT + 1))) {
      Files.deleteIfExists(log);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // Gone meanwhile.
    }
  }
}
