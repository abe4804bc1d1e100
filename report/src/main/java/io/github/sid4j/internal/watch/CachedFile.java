package io.github.sid4j.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/** What a file holds, read again only when it has changed: there may be many epochs in it. */
final class CachedFile<T> {
  /** Reads the file. */
  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  private record Version(FileTime time, long size, Object key) {}

  private final Supplier<Path> file;
  private final Reading<T> reading;
  private Version version;
  private T value;

  CachedFile(Supplier<Path> file, Reading<T> reading) {
    this.file = file;
    this.reading = reading;
  }

  /** Empty without the file. */
  Optional<T> now() throws IOException {
    try {
      Path path = file.get();
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      Version current = new Version(found.lastModifiedTime(), found.size(), found.fileKey());
      if (!current.equals(version)) {
        // If it changes while it is read, the version is an older one, and it is read again.
        value = reading.read(path);
        version = current;
      }
      return Optional.of(value);
    } catch (NoSuchFileException e) {
      version = null;
      return Optional.empty();
    }
  }

  /** When it was written last; empty without the file. */
  Optional<FileTime> time() throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file.get()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
