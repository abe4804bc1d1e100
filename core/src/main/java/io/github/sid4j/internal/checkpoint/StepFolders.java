package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of a store, one a step, and how they come and go. A folder cannot be renamed over
 * another that is not empty, so one that is to be replaced is first moved aside, from where {@link
 * #recover} fetches it back if the process is killed in between.
 */
final class StepFolders {
  private static final Pattern NAME = Pattern.compile("step-(\\d{9}|[1-9]\\d{9,17})");
  private static final String ASIDE = ".old-";
  private static final Pattern UNFINISHED =
      Pattern.compile("\\.tmp-(\\.old-)?step-\\d{9,18}-[0-9a-f-]{36}");

  private final Disk disk;
  private final Publisher publisher;
  private final Path folder;

  StepFolders(Disk disk, Path folder) {
    this.disk = disk;
    this.publisher = new Publisher(disk);
    this.folder = folder;
  }

  SortedMap<Long, Path> byStep() throws IOException {
    TreeMap<Long, Path> folders = new TreeMap<>();
    for (Path path : CheckpointFolder.list(folder)) {
      Matcher name = NAME.matcher(path.getFileName().toString());
      if (name.matches()) {
        folders.put(Long.parseLong(name.group(1)), PlainFiles.folder(path));
      }
    }
    return folders;
  }

  /** Writes the folder of a step, in place of the one that may be there. */
  void put(long step, FolderWriter content) throws IOException {
    Path target = folder.resolve(String.format(Locale.ROOT, "step-%09d", step));
    Path prepared = publisher.prepareFolder(target, content);
    if (!Files.exists(target)) {
      publisher.commitFolder(prepared, target);
      return;
    }
    Path aside = folder.resolve(ASIDE + target.getFileName());
    if (Files.exists(aside)) {
      publisher.discardFolder(aside);
    }
    disk.rename(target, aside);
    try {
      publisher.commitFolder(prepared, target);
    } catch (IOException e) {
      putBack(aside, e);
      throw e;
    }
    publisher.discardFolder(aside);
  }

  void discard(Path stepFolder) throws IOException {
    publisher.discardFolder(stepFolder);
  }

  /** Finishes or undoes what a killed process had begun. */
  void recover() throws IOException {
    for (Path path : CheckpointFolder.list(folder)) {
      String name = path.getFileName().toString();
      if (UNFINISHED.matcher(name).matches()) {
        publisher.deleteTree(PlainFiles.folder(path));
      } else if (name.startsWith(ASIDE) && NAME.matcher(target(path)).matches()) {
        recover(PlainFiles.folder(path));
      }
    }
  }

  /** Gives what was moved aside its place again, unless the place is taken by now. */
  private void recover(Path aside) throws IOException {
    Path target = folder.resolve(target(aside));
    if (Files.exists(target)) {
      publisher.discardFolder(aside);
    } else {
      disk.rename(aside, target);
      disk.force(folder);
    }
  }

  private static String target(Path aside) {
    return aside.getFileName().toString().substring(ASIDE.length());
  }

  private void putBack(Path aside, IOException reason) {
    try {
      recover(aside);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
