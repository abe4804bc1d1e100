package io.github.sid4j.reshape;

import java.nio.file.Path;

/** What runs are called, by their folders. */
final class RunNames {
  private RunNames() {}

  /** The name of a folder, without those above it. */
  static String of(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    // A file system's root has none.
    return name == null ? "run" : name.toString();
  }
}
