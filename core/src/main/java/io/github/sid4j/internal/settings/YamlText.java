package io.github.sid4j.internal.settings;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The text of a YAML file that a person wrote, and what is said of a mistake in it. */
public final class YamlText {
  private static final int LIMIT = 1 << 20;

  private YamlText() {}

  /**
   * Reads a file.
   *
   * @param file UTF-8, at most 1 MB; may be a pipe
   * @return its text, without a byte order mark
   * @throws InputException if there is no such file, or it is too long or not in UTF-8
   * @throws IOException if reading fails
   */
  public static String read(Path file) throws IOException {
    return decode(file, bytes(file));
  }

  /**
   * A text that is no YAML.
   *
   * @param file it is in
   * @param e says why, and mostly where
   * @return to be thrown
   */
  public static InputException mistake(Path file, YAMLException e) {
    return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? mistake(file, marked.getProblemMark().getLine() + 1, marked.getProblem(), e)
        : mistake(file, 0, e.getMessage(), e);
  }

  /**
   * A text in which a code of a character is no number, which the scanner of YAML does not look
   * for.
   *
   * @param file it is in
   * @param e from the scanner
   * @return to be thrown
   */
  public static InputException mistake(Path file, NumberFormatException e) {
    return mistake(file, 0, "a code of a character that is no number", e);
  }

  static InputException mistake(Path file, int line, @Nullable String problem, Throwable cause) {
    return new InputException(
        file + (line == 0 ? "" : " line " + line),
        "YAML",
        "a mistake" + (problem == null ? "" : " (" + Shown.plain(problem) + ")"),
        "write lines like batch: 64",
        cause);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException(file.toString(), "a YAML file", "a folder", "name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new InputException(
            file.toString(), "settings of at most 1 MB", "more", "name the right file");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "a YAML file", "none", "check the path", e);
    } catch (AccessDeniedException e) {
      throw new InputException(
          file.toString(), "a readable file", "one without permission", "allow reading it", e);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(
          file.toString(), "text in UTF-8", "other bytes", "save the file as UTF-8", e);
    }
  }
}
