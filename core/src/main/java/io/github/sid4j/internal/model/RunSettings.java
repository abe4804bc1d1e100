package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.run.RunFormat;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The settings that a run keeps in its folder. The last line of the file is a comment with the
 * SHA-256 of all above it: a flipped bit in a number would leave settings as valid as before.
 */
public final class RunSettings {
  private static final String CHECKSUM = "# sha256: ";

  /** Every run has it, and writes it at the end. */
  private static final Setting<?> LAST = RunSetting.TENSORBOARD;

  private RunSettings() {}

  /**
   * Writes them, whole or not at all.
   *
   * @param file replaced if it is there
   * @param settings checked
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Settings settings) throws IOException {
    byte[] lines = settings.toYaml().getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(
        file,
        out -> {
          out.write(lines);
          out.write((CHECKSUM + sha256(lines) + "\n").getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * Reads them.
   *
   * @param paths of the run
   * @return as they were written, or as they were changed by hand if the checksum was removed
   * @throws InputException if there are none, they are damaged, or the folder is of a later version
   * @throws IOException if they cannot be read
   */
  public static Settings read(RunPaths paths) throws IOException {
    RunFormat.check(paths);
    Settings settings = Settings.read(paths.settings());
    byte[] bytes = Files.readAllBytes(paths.settings());
    // Of a file cut short, what is missing would be taken for defaults.
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw cut(paths, "a last line without its end");
    }
    if (!settings.isGiven(LAST)) {
      throw cut(paths, "none of the name " + LAST.name());
    }
    checkSum(paths.settings(), new String(bytes, StandardCharsets.UTF_8));
    return settings;
  }

  private static void checkSum(Path file, String text) {
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    if (!text.startsWith(CHECKSUM, last)) {
      return;
    }
    String stated = text.substring(last + CHECKSUM.length()).strip();
    String found = sha256(text.substring(0, last).getBytes(StandardCharsets.UTF_8));
    if (!stated.equals(found)) {
      throw new InputException(
          file.toString(),
          "settings of the SHA-256 in its last line",
          "others, of " + found,
          "put back the file as the run wrote it; to keep a change, remove the last line");
    }
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(FileHash.sha256().digest(bytes));
  }

  private static InputException cut(RunPaths paths, String found) {
    return new InputException(
        paths.settings().toString(),
        "the settings of a run with %s as the last one".formatted(LAST.name()),
        found,
        "put back the file as the run wrote it");
  }
}
