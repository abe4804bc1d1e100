package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.SkippedFiles.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is directly in a folder of the user's data, without what is hidden, of the operating system,
 * or no file that can be read. Links count as what they lead to.
 *
 * @param folders in the order of their names
 * @param files those that were asked for, in the order of their names
 * @param hasLinks whether any of these is a link
 */
public record FolderListing(List<Path> folders, List<Path> files, boolean hasLinks) {
  /** What Windows, macOS and storage devices leave in folders, in lower case. */
  private static final Set<String> SYSTEM =
      Set.of(
          "thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "__macosx",
          "$recycle.bin",
          "system volume information",
          "lost+found",
          "@eadir");

  /** Not the path's own order, which is another one on Windows. */
  static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.toString().replace('\\', '/'));

  /** Keeps copies that cannot be changed. */
  public FolderListing {
    folders = List.copyOf(folders);
    files = List.copyOf(files);
  }

  /**
   * Lists a folder.
   *
   * @param folder whose entries are wanted, not those of folders in it
   * @param wanted accepts the names of the files that are asked for
   * @param skipped gets the other entries
   * @return what is in it
   * @throws InputException if the folder or an entry of it cannot be read
   */
  public static FolderListing of(Path folder, Predicate<Path> wanted, SkippedFiles skipped) {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    boolean links = false;
    for (Path entry : entries(folder)) {
      if (isHidden(entry)) {
        skipped.add(Reason.HIDDEN, entry);
        continue;
      }
      BasicFileAttributes attributes = attributes(entry);
      if (attributes == null) {
        skipped.add(Reason.BROKEN, entry);
      } else if (attributes.isDirectory()) {
        boolean link = Files.isSymbolicLink(entry);
        if (link && real(folder).startsWith(real(entry))) {
          skipped.add(Reason.LOOP, entry);
          continue;
        }
        folders.add(entry);
        links |= link;
      } else if (!attributes.isRegularFile()) {
        skipped.add(Reason.SPECIAL, entry);
      } else if (wanted.test(entry)) {
        files.add(entry);
        links |= Files.isSymbolicLink(entry);
      } else {
        skipped.addOther(entry);
      }
    }
    return new FolderListing(folders, files, links);
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw unreadable(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    entries.sort(BY_NAME);
    return entries;
  }

  private static boolean isHidden(Path entry) {
    String name = entry.getFileName().toString();
    try {
      return name.startsWith(".")
          || SYSTEM.contains(name.toLowerCase(Locale.ROOT))
          || Files.isHidden(entry);
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  /** Of what an entry leads to; {@code null} if it is a link that leads nowhere. */
  private static @Nullable BasicFileAttributes attributes(Path entry) {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (AccessDeniedException e) {
      throw unreadable(entry, e);
    } catch (IOException e) {
      if (Files.isSymbolicLink(entry)) {
        return null;
      }
      throw unreadable(entry, e);
    }
  }

  /** A folder without links in its path. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Says in a line why a file or folder cannot be read.
   *
   * @param path of it
   * @param e what the system says
   * @return with exit code 2
   */
  public static InputException unreadable(Path path, IOException e) {
    String found = "that reading fails: " + reason(e);
    String remedy = "check the storage, or move it away";
    if (e instanceof AccessDeniedException) {
      found = "no permission";
      remedy = "allow reading, or move it away";
    } else if (e instanceof NoSuchFileException) {
      found = "none by that name";
      remedy = "correct the path, or set a UTF-8 locale if its name has other letters";
    } else if (e instanceof NotDirectoryException) {
      found = "a file";
      remedy = "correct the path";
    }
    return new InputException(
        path.toString(), "a file or folder that can be read", found, remedy, e);
  }

  private static String reason(IOException e) {
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return said == null ? "no reason is given" : said;
  }
}
