package io.github.sid4j.internal.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Settings as a YAML file: one flat mapping of names to plain values or lists of them. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads the assignments of a file; whether names and values are right is seen when they are
   * resolved.
   *
   * @param file UTF-8, at most 1 MB; may be a pipe
   * @return in the file's order; a list's entries joined as the setting's text has them; nothing
   *     after a name is an empty text
   * @throws InputException if there is no such file or it is not a flat mapping, names a setting
   *     twice, or uses aliases
   * @throws IOException if reading fails
   */
  public static List<Assignment> read(Path file) throws IOException {
    String text = YamlText.read(file);
    try {
      return new SettingsFileParser(file, text).parse();
    } catch (JacksonException e) {
      throw notYaml(file, e);
    } catch (NumberFormatException e) {
      throw YamlText.mistake(file, e);
    }
  }

  private static InputException notYaml(Path file, JacksonException e) {
    // The scanner knows the problem's own line, the exception around it that of the last token.
    if (e.getCause() instanceof MarkedYAMLException marked) {
      return YamlText.mistake(file, marked);
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return YamlText.mistake(file, line, e.getOriginalMessage(), e);
  }

  public static String write(Map<String, String> texts) {
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
