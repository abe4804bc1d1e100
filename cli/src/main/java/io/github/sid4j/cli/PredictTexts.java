package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ShardFormat;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.data.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads texts that are to be classified: a table with the columns of the training, any other file
 * with a text in each line, or a text itself.
 */
final class PredictTexts {
  private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv", ".json");
  private static final int LONGEST_NAME = 60;

  private final TextEncoding encoding;
  private final TableChoices choices;
  private final InputStream standardInput;
  private final Consumer<String> notes;

  PredictTexts(
      TextEncoding encoding,
      TableChoices choices,
      InputStream standardInput,
      Consumer<String> notes) {
    this.notes = notes;
    this.encoding = encoding;
    this.choices = choices;
    this.standardInput = standardInput;
  }

  /** The texts of an argument; one item that says why if it cannot be read. */
  List<PredictItem> read(String name) {
    try {
      TextReader reader = new TextReader(encoding, choices.delimiter());
      if (name.equals("-")) {
        byte[] content = standardInput.readAllBytes();
        boolean table = reader.isTable(content);
        notes.accept("standard input: read as " + (table ? "a CSV file" : "a text in each line"));
        return items(
            name,
            table
                ? reader.table(content, "standard input")
                : reader.lines(content, "standard input"));
      }
      if (!isFile(name)) {
        return List.of(PredictItem.of(shown(name), null, encoding.encode(name), null));
      }
      if (ShardFormat.of(Path.of(name)).isPresent()) {
        return items(name, reader.table(Path.of(name)));
      }
      byte[] content = Files.readAllBytes(Path.of(name));
      return items(
          name, ends(name, ".csv") ? reader.table(content, name) : reader.lines(content, name));
    } catch (InputException | IOException e) {
      return List.of(PredictItem.unreadable(name, PredictInputs.reason(name, e)));
    }
  }

  /** One word that ends as files do is the name of one that is missing. */
  private static boolean isFile(String name) {
    try {
      return Files.exists(Path.of(name))
          || (name.indexOf(' ') < 0
              && (ShardFormat.of(Path.of(name)).isPresent()
                  || ENDINGS.stream().anyMatch(ending -> ends(name, ending))));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean ends(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "...";
  }

  private List<PredictItem> items(String name, List<TextReader.Line> lines) {
    return lines.stream()
        .map(line -> PredictItem.of(name, line.number(), encoding.encode(line.text()), line.row()))
        .toList();
  }
}
