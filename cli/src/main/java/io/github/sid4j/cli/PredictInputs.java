package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.MultimodalReader;
import io.github.sid4j.internal.data.MultimodalRows;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TableReader;
import io.github.sid4j.internal.data.TableRows;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.data.format.ImageTree;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads what is to be classified, a group at a time; one bad file does not keep the others. */
final class PredictInputs {
  private static final int GROUP = 256;
  private static final String STANDARD_INPUT = "-";

  private final InputEncoding encoding;
  private final TableChoices choices;
  private final InputStream standardInput;
  private final Consumer<String> notes;

  /**
   * Prepares to read.
   *
   * @param encoding of the model
   * @param choices how tables are written
   * @param standardInput for {@code -}
   * @param notes gets what is to be known of tables and of skipped files, a line at a time
   */
  PredictInputs(
      InputEncoding encoding,
      TableChoices choices,
      InputStream standardInput,
      Consumer<String> notes) {
    this.encoding = encoding;
    this.choices = choices;
    this.standardInput = standardInput;
    this.notes = notes;
  }

  /** Whether files can be read by an encoding: not where a program brought the data. */
  static boolean canRead(InputEncoding encoding) {
    return encoding != null && !(encoding instanceof RowEncoding);
  }

  /**
   * Goes through files and folders in the order in which they were named.
   *
   * @param groups gets the items, in order
   */
  void read(List<String> names, Consumer<List<PredictItem>> groups) {
    if (names.stream().anyMatch(String::isBlank)) {
      throw new InputException("input", "a file or a folder", "an empty name", "name one");
    }
    for (String name : names) {
      if (encoding instanceof TableEncoding table) {
        groups(rows(name, new TableReader(table, choices)), groups);
      } else if (encoding instanceof TextEncoding texts) {
        groups(new PredictTexts(texts, choices, standardInput, notes).read(name), groups);
      } else if (encoding instanceof MultimodalEncoding several) {
        groups(multimodal(name, new MultimodalReader(several, choices)), groups);
      } else {
        images(name, (ImageEncoding) encoding, groups);
      }
    }
  }

  private void images(String name, ImageEncoding images, Consumer<List<PredictItem>> groups) {
    if (name.equals(STANDARD_INPUT) || !Files.isDirectory(Path.of(name))) {
      groups.accept(List.of(image(name, images)));
      return;
    }
    SkippedFiles skipped = new SkippedFiles(Path.of(name));
    List<String> files;
    try {
      files = ImageTree.of(Path.of(name), skipped).images().stream().map(Path::toString).toList();
    } catch (InputException e) {
      groups.accept(List.of(PredictItem.unreadable(name, e.getMessage())));
      return;
    }
    if (!skipped.text().isEmpty()) {
      notes.accept("%s: skipped %s".formatted(name, skipped.text()));
    }
    if (files.isEmpty()) {
      String none = name + ": expected PNG, JPEG or WebP images, found none; name another folder";
      groups.accept(List.of(PredictItem.unreadable(name, none)));
    }
    for (int from = 0; from < files.size(); from += GROUP) {
      List<String> group = files.subList(from, Math.min(files.size(), from + GROUP));
      groups.accept(group.parallelStream().map(file -> image(file, images)).toList());
    }
  }

  private PredictItem image(String name, ImageEncoding images) {
    try {
      float[] numbers =
          name.equals(STANDARD_INPUT)
              ? images.encode(standardInput, name)
              : images.encode(Path.of(name));
      return PredictItem.of(name, null, numbers, null);
    } catch (InputException | IOException e) {
      return PredictItem.unreadable(name, reason(name, e));
    }
  }

  private List<PredictItem> rows(String name, TableReader reader) {
    return items(
        name,
        () -> {
          TableRows table =
              name.equals(STANDARD_INPUT)
                  ? reader.read(standardInput.readAllBytes(), "standard input")
                  : reader.read(Path.of(name));
          table.notes().forEach(notes);
          return table.rows().stream()
              .map(row -> PredictItem.of(name, row.line(), row.values(), row.row()))
              .toList();
        });
  }

  private List<PredictItem> multimodal(String name, MultimodalReader reader) {
    return items(
        name,
        () -> {
          MultimodalRows table =
              name.equals(STANDARD_INPUT)
                  ? reader.read(standardInput.readAllBytes(), "standard input")
                  : reader.read(Path.of(name));
          table.notes().forEach(notes);
          return table.rows().stream()
              .map(
                  row ->
                      row.isEmpty()
                          ? PredictItem.empty(name, row.line())
                          : PredictItem.of(name, row))
              .toList();
        });
  }

  /** Reads the items of a file. */
  private interface Reading {
    List<PredictItem> items() throws IOException;
  }

  private static List<PredictItem> items(String name, Reading reading) {
    try {
      return reading.items();
    } catch (InputException | IOException e) {
      return List.of(PredictItem.unreadable(name, reason(name, e)));
    }
  }

  private static void groups(List<PredictItem> items, Consumer<List<PredictItem>> groups) {
    for (int from = 0; from < items.size(); from += GROUP) {
      groups.accept(items.subList(from, Math.min(items.size(), from + GROUP)));
    }
  }

  /** Files that are missing or locked say little more than their name. */
  static String reason(String name, Exception e) {
    return e instanceof InputException
        ? e.getMessage()
        : "%s: expected a file that can be read, found %s; correct the path"
            .formatted(name, Files.exists(Path.of(name)) ? "one that cannot" : "none");
  }
}
