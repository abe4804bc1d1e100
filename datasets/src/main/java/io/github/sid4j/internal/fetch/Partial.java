package io.github.sid4j.internal.fetch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What has come of a file so far. It outlives the process, together with the server's validator in
 * a second file, so that a later run can continue where this one was stopped.
 */
final class Partial {
  private static final String VALIDATOR = "[\\x20-\\x7e]{1,256}";

  private final Path file;
  private final Path note;

  Partial(Path file) {
    this.file = file;
    this.note = file.resolveSibling(file.getFileName() + ".validator");
  }

  Path file() {
    return file;
  }

  /** How much is there. */
  long bytes() throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }

  /** What the server must still agree to before more is added. */
  Optional<String> validator() throws IOException {
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    // As ISO 8859-1 any bytes can be read; what does not look like a header is not sent as one.
    String text = Files.readString(note, StandardCharsets.ISO_8859_1).strip();
    return text.matches(VALIDATOR) ? Optional.of(text) : Optional.empty();
  }

  /** Forgets everything. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(note);
  }

  /** Starts again, and records what the server calls this version of the file. */
  FileOutputStream begin(Optional<String> validator) throws IOException {
    FileOutputStream out = new FileOutputStream(file.toFile());
    try {
      Files.deleteIfExists(note);
      if (validator.isPresent() && validator.get().matches(VALIDATOR)) {
        Files.writeString(note, validator.get());
      }
      return out;
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  /** Continues at the end. */
  FileOutputStream resume() throws IOException {
    return new FileOutputStream(file.toFile(), true);
  }
}
