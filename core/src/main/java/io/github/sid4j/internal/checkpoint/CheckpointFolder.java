package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Seals a folder with a manifest, and checks one against it. */
final class CheckpointFolder {
  // What every file system takes, and what cannot lead out of the folder.
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final String REMEDY = "copy it again or delete its folder";

  private CheckpointFolder() {}

  /** Writes the manifest of all that is in the folder. */
  static void seal(Disk disk, Path folder, long step) throws IOException {
    TreeMap<String, Manifest.Entry> entries = new TreeMap<>();
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      if (!isRegularFile(file) || !isFileName(name)) {
        throw new IllegalStateException(
            "a checkpoint takes plain files with plain names only, found " + name);
      }
      entries.put(name, Fingerprint.of(file));
    }
    byte[] json = new Manifest(Manifest.FORMAT_VERSION, step, entries).toJson();
    try (OutputStream out = disk.create(folder.resolve(Manifest.NAME))) {
      out.write(json);
    }
  }

  /**
   * Reads the manifest and every file that it names.
   *
   * @param folder of the checkpoint
   * @param step that the folder's name says
   * @return the checkpoint, being whole
   * @throws InputException naming the damage
   */
  static Checkpoint verify(Path folder, long step) throws IOException {
    Path manifestFile = folder.resolve(Manifest.NAME);
    check(manifestFile, isRegularFile(manifestFile), "a checkpoint's manifest", "none");
    Manifest manifest = Manifest.parse(manifestFile, Files.readAllBytes(manifestFile));
    check(
        manifestFile,
        manifest.formatVersion() == Manifest.FORMAT_VERSION,
        "format_version " + Manifest.FORMAT_VERSION,
        String.valueOf(manifest.formatVersion()));
    check(
        manifestFile,
        manifest.step() == step,
        "step " + step + " as the folder's name says",
        String.valueOf(manifest.step()));
    for (Map.Entry<String, Manifest.Entry> entry : manifest.files().entrySet()) {
      check(manifestFile, isFileName(entry.getKey()), "plain file names", entry.getKey());
      verifyFile(folder.resolve(entry.getKey()), entry.getValue());
    }
    return new Checkpoint(folder, step, List.copyOf(manifest.files().keySet()));
  }

  private static void verifyFile(Path file, Manifest.Entry expected) throws IOException {
    check(file, isRegularFile(file), "a file of " + expected.bytes() + " bytes", "none");
    long size = Files.size(file);
    check(file, size == expected.bytes(), expected.bytes() + " bytes", size + " bytes");
    Manifest.Entry found = Fingerprint.of(file);
    check(file, found.equals(expected), "SHA-256 " + expected.sha256(), found.sha256());
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean isRegularFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFileName(String name) {
    return FILE_NAME.matcher(name).matches() && !name.equals(Manifest.NAME);
  }

  private static void check(Path where, boolean holds, String expected, String found) {
    if (!holds) {
      throw new InputException(where.toString(), expected, found, REMEDY);
    }
  }
}
