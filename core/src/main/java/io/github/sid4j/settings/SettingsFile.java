package io.github.sid4j.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Settings as a YAML file: one flat mapping of names to plain values or lists of them. */
public final class SettingsFile {
  private static final int LIMIT = 1 << 20;

  private SettingsFile() {}

  /**
   * Reads the assignments of a file; whether names and values are right is seen when they are
   * resolved.
   *
   * @param file UTF-8, at most 1 MB; may be a pipe
   * @return in the file's order; a list's entries joined by commas; nothing after a name is an
   *     empty text
   * @throws InputException if there is no such file or it is not a flat mapping, names a setting
   *     twice, or uses aliases
   * @throws IOException if reading fails
   */
  public static List<Assignment> read(Path file) throws IOException {
    String text = decode(file, bytes(file));
    try {
      return new SettingsFileParser(file, text).parse();
    } catch (JacksonException e) {
      throw notYaml(file, e);
    }
  }

  private static InputException notYaml(Path file, JacksonException e) {
    String place = file.toString();
    String problem = e.getOriginalMessage();
    // The scanner knows the problem's own line, the exception around it that of the last token.
    if (e.getCause() instanceof MarkedYAMLException marked) {
      place += " line " + (marked.getProblemMark().getLine() + 1);
      problem = marked.getProblem();
    } else if (e.getLocation() != null) {
      place += " line " + e.getLocation().getLineNr();
    }
    return new InputException(
        "%s: expected YAML, found a mistake (%s); write lines like batch: 64"
            .formatted(place, Shown.plain(problem)),
        e);
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
      throw new InputException(file + ": expected a YAML file, found none; check the path", e);
    } catch (AccessDeniedException e) {
      throw new InputException(
          file + ": expected a readable file, found one without permission; allow reading it", e);
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
          file + ": expected text in UTF-8, found other bytes; save the file as UTF-8", e);
    }
  }

  static String write(Map<String, String> texts) {
    YAMLFactory factory =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();
    StringWriter out = new StringWriter();
    try (YAMLGenerator yaml = factory.createGenerator(out)) {
      yaml.writeStartObject();
      for (Map.Entry<String, String> entry : texts.entrySet()) {
        yaml.writeStringField(entry.getKey(), entry.getValue());
      }
      yaml.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
