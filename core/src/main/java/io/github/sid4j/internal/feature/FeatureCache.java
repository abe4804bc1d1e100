package io.github.sid4j.internal.feature;

import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.data.UserCache;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder of all features that are kept, one folder below for each network and preparation. What
 * is in it can be computed again, so that the oldest are removed where they take more than {@link
 * #LIMIT}. Safe for use by several threads and processes.
 */
public final class FeatureCache {
  /** Bytes that all files may take together. */
  public static final long LIMIT = 8L << 30;

  private static final String NAME = "[0-9a-f]{64}";
  private static final String ROWS = "rows.bin";
  private static final String NOTE = "about.txt";
  private static final String LOCK = "lock";

  /** A lock of a file holds against other processes only. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path folder;
  private final long limit;

  /** A cache of at most so many bytes, beside what is being computed. */
  FeatureCache(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * The one of the user who runs this process.
   *
   * @return need not exist
   */
  public static FeatureCache ofUser() {
    return new FeatureCache(UserCache.folder("features"), LIMIT);
  }

  /**
   * Where it is.
   *
   * @return need not exist
   */
  public Path folder() {
    return folder;
  }

  /** What works on features that nobody else works on meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T on(FeatureStore store) throws IOException;
  }

  /** Waits for others that work on the same features, then works on them. */
  <T> T with(FeatureKey key, Work<T> work) throws IOException {
    Path room = Files.createDirectories(folder.resolve(key.hash()));
    ReentrantLock threads =
        THREADS.computeIfAbsent(room.toAbsolutePath(), path -> new ReentrantLock());
    threads.lock();
    try (FileChannel lock =
        FileChannel.open(room.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      return locked(room, key, work);
    } finally {
      threads.unlock();
    }
  }

  private <T> T locked(Path room, FeatureKey key, Work<T> work) throws IOException {
    removeOldest(room);
    byte[] note = key.text().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.writeForNow(room.resolve(NOTE), out -> out.write(note));
    try (FeatureStore store = new FeatureStore(room.resolve(ROWS), key.width())) {
      return work.on(store);
    } finally {
      Files.setLastModifiedTime(room.resolve(NOTE), FileTime.from(Instant.now()));
    }
  }

  private void removeOldest(Path used) throws IOException {
    long total = 0;
    for (KeptFeatures kept : list()) {
      total += kept.bytes();
      if (total > limit && !kept.folder().equals(used)) {
        remove(kept.folder());
      }
    }
  }

  /**
   * What is kept.
   *
   * @return the last used first
   * @throws IOException if the folder cannot be read
   */
  public List<KeptFeatures> list() throws IOException {
    List<KeptFeatures> found = new ArrayList<>();
    for (Path room : rooms()) {
      Path rows = room.resolve(ROWS);
      Path note = room.resolve(NOTE);
      if (isFile(rows) && isFile(note)) {
        found.add(kept(room, rows, note));
      }
    }
    found.sort(Comparator.comparing(KeptFeatures::used).reversed());
    return found;
  }

  private static KeptFeatures kept(Path room, Path rows, Path note) throws IOException {
    Map<String, String> about = new HashMap<>();
    for (String line : Files.readAllLines(note)) {
      int space = line.indexOf(' ');
      about.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
    }
    long bytes = Files.size(rows);
    String width = about.getOrDefault("width", "0");
    int numbers = width.matches("\\d{1,9}") ? Integer.parseInt(width) : 0;
    return new KeptFeatures(
        about.getOrDefault("network", ""),
        room,
        bytes / new RowLayout(numbers).bytes(),
        bytes,
        Files.getLastModifiedTime(note).toInstant());
  }

  /**
   * Removes what is kept, and nothing else that may be in the folder.
   *
   * @return how many bytes that were
   * @throws IOException if a file cannot be removed
   */
  public long clear() throws IOException {
    long bytes = 0;
    for (Path room : rooms()) {
      bytes += remove(room);
    }
    return bytes;
  }

  private static long remove(Path room) throws IOException {
    long bytes = 0;
    // Without the note, what is left of a removal that broke off is not listed and begins again.
    for (String name : List.of(NOTE, ROWS, LOCK)) {
      Path file = room.resolve(name);
      if (isFile(file)) {
        bytes += Files.size(file);
        Files.delete(file);
      }
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(room)) {
      if (left.iterator().hasNext()) {
        return bytes;
      }
    }
    Files.delete(room);
    return bytes;
  }

  private List<Path> rooms() throws IOException {
    List<Path> rooms = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          Path name = entry.getFileName();
          if (name != null
              && name.toString().matches(NAME)
              && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            rooms.add(entry);
          }
        }
      }
    }
    return rooms;
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
