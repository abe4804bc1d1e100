package io.github.sid4j.train;

import io.github.sid4j.internal.checkpoint.CheckpointStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders that are put back again and again, to be damaged each time at another place. */
final class Copies {
  private Copies() {}

  static Map<String, byte[]> of(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  /** Makes a folder hold those files and no others. */
  static void write(Map<String, byte[]> files, Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Saves a checkpoint again, under a manifest that fits what was made of its files. */
  static void seal(Path checkpoint, int step, Map<String, byte[]> files) throws IOException {
    CheckpointStore.open(checkpoint.getParent(), 1)
        .save(
            step,
            folder -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals("manifest.json")) {
                  Files.write(folder.resolve(file.getKey()), file.getValue());
                }
              }
            });
  }

  /** Cuts a file short. */
  static void cut(Path file, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  /** Changes one bit. */
  static void flip(Path file, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0) {
      bytes[(int) (bytes.length * share)] ^= 4;
    }
    Files.write(file, bytes);
  }
}
