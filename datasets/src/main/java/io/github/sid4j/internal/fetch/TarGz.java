package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A {@code .tar.gz} that is not trusted. Only the wanted entries are written; one entry that no
 * published data set would have spoils the whole archive, wanted or not.
 */
final class TarGz {
  private static final int MOST_ENTRIES = 1000;

  /** Room for headers, padding and entries that are not wanted. */
  private static final long SLACK = 16L << 20;

  private static final Set<Byte> PLAIN_KINDS =
      Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_DIR);

  private static final int CHUNK = 1 << 16;

  private static final String REMEDY = "remove it and run again, or unpack a trusted copy yourself";

  private final Path archive;

  TarGz(Path archive) {
    this.archive = archive;
  }

  /**
   * Writes the wanted entries below a folder, each under its own path.
   *
   * @throws InputException if the archive is damaged, hostile or lacks one of them
   * @throws IOException if the disk fails
   */
  void unpack(List<FetchedFile> targets, Path folder) throws IOException {
    Map<String, FetchedFile> wanted = new TreeMap<>();
    targets.forEach(target -> wanted.put(target.path(), target));
    long most = SLACK + targets.stream().mapToLong(FetchedFile::mostBytes).sum();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream bytes = reading(() -> new CappedInputStream(gunzip(file), most));
        TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
      Set<String> seen = new HashSet<>();
      TarArchiveEntry entry;
      while ((entry = reading(tar::getNextEntry)) != null) {
        String name = admit(entry, seen);
        FetchedFile target = entry.isDirectory() ? null : wanted.remove(name);
        if (target != null) {
          write(tar, entry, target, folder.resolve(target.path()));
        }
      }
      // Only the end of a gzip file shows whether all of it is whole.
      byte[] rest = new byte[CHUNK];
      while (reading(() -> bytes.read(rest)) >= 0) {
        // What follows the end of the tar is padding.
      }
    }
    if (!wanted.isEmpty()) {
      throw unfit("the entries " + wanted.keySet(), "an archive without them");
    }
  }

  private static InputStream gunzip(InputStream file) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(file)
        .setDecompressConcatenated(true)
        .get();
  }

  private String admit(TarArchiveEntry entry, Set<String> seen) {
    String name = entry.getName();
    if (!EntryNames.isSafe(name)) {
      throw unfit("names that stay inside the folder", quoted(name));
    }
    byte kind = entry.getLinkFlag();
    if (!PLAIN_KINDS.contains(kind) || entry.isSparse()) {
      throw unfit("only plain files and folders", quoted(name) + " of type " + kind);
    }
    String normal = EntryNames.normal(name);
    if (!seen.add(normal)) {
      throw unfit("every entry once", quoted(name) + " again");
    }
    if (seen.size() > MOST_ENTRIES) {
      throw unfit("at most " + MOST_ENTRIES + " entries", "more");
    }
    return normal;
  }

  private void write(
      TarArchiveInputStream tar, TarArchiveEntry entry, FetchedFile target, Path path)
      throws IOException {
    if (!target.admits(entry.getSize())) {
      throw unfit(target.path() + " of " + target.size(), entry.getSize() + "");
    }
    Files.createDirectories(path.getParent());
    try (FileOutputStream out = new FileOutputStream(path.toFile())) {
      byte[] buffer = new byte[CHUNK];
      int n;
      while ((n = reading(() -> tar.read(buffer))) >= 0) {
        out.write(buffer, 0, n);
      }
      out.getFD().sync();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * Distinguishes a damaged archive from a failing disk. The parser throws all sorts at the former,
   * and runs out of stack where one extension header follows the other without end.
   */
  private <T> T reading(Reading<T> step) {
    try {
      return step.read();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new InputException(
          archive.toString(),
          "a whole .tar.gz",
          "a damaged one (" + FetchFailure.reason(e) + ")",
          REMEDY,
          e);
    }
  }

  private InputException unfit(String expected, String found) {
    return new InputException(archive.toString(), expected, found, REMEDY);
  }

  /** A name as it can be shown: what could play tricks on a terminal is not shown. */
  private static String quoted(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
    return "'" + shown.replaceAll("[^\\x20-\\x7e]", "?") + "'";
  }
}
