package io.github.sid4j.train;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.data.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results of earlier races of precisions, so that a run that is repeated on the same machine
 * computes in the same precision. One small file each in the user's cache folder, with the lines
 * that it holds for; {@code docs/reference/settings.md} says where. A folder that cannot be read or
 * written is no error: then the race is run again.
 */
final class PrecisionMemory {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionMemory.class);
  private static final long MOST_BYTES = 1 << 20;

  private final Path folder;
  private final boolean writable;

  PrecisionMemory(Path folder) {
    this(folder, true);
  }

  private PrecisionMemory(Path folder, boolean writable) {
    this.folder = folder;
    this.writable = writable;
  }

  /** The user's, in which nothing is written. */
  static PrecisionMemory ofUserToRead() {
    return new PrecisionMemory(ofUser().folder, false);
  }

  /** In the cache folder of the user who runs this process. */
  static PrecisionMemory ofUser() {
    return new PrecisionMemory(
        folder(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")));
  }

  static Path folder(Map<String, String> environment, String system, String home) {
    return UserCache.folder(environment, system, home).resolve("precision");
  }

  /**
   * The result of a race.
   *
   * @param circumstances lines that all bear on it
   * @return empty if there was none under just these
   */
  Optional<Precision> recall(List<String> circumstances) {
    Path file = file(circumstances);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      for (Precision precision : Precision.values()) {
        if (text.equals(text(precision, circumstances))) {
          return Optional.of(precision);
        }
      }
    } catch (IOException | UncheckedIOException | SecurityException e) {
      LOG.debug("the precision found before could not be read", e);
    }
    return Optional.empty();
  }

  /** Keeps the result of a race. */
  void remember(List<String> circumstances, Precision found) {
    if (!writable) {
      return;
    }
    try {
      Files.createDirectories(folder);
      byte[] text = text(found, circumstances).getBytes(StandardCharsets.UTF_8);
      AtomicFiles.writeForNow(file(circumstances), out -> out.write(text));
    } catch (IOException | UncheckedIOException | InvalidPathException | SecurityException e) {
      LOG.debug("the precision could not be kept", e);
    }
  }

  private Path file(List<String> circumstances) {
    byte[] text = String.join("\n", circumstances).getBytes(StandardCharsets.UTF_8);
    byte[] hash = FileHash.sha256().digest(text);
    return folder.resolve(HexFormat.of().formatHex(hash) + ".txt");
  }

  private static String text(Precision precision, List<String> circumstances) {
    List<String> lines = new ArrayList<>();
    lines.add("precision " + precision.label());
    lines.addAll(circumstances);
    return String.join("\n", lines) + "\n";
  }
}
