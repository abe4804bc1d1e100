package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a text file with the name of one class on each line. */
public final class ClassNamesFile {
  private ClassNamesFile() {}

  /**
   * Reads the names; blank lines are passed over.
   *
   * @param file in UTF-8
   * @param classes how many there have to be
   * @return the names
   * @throws InputException if their number differs or the file is no text
   * @throws IOException if it cannot be read
   */
  public static List<String> read(Path file, int classes) throws IOException {
    List<String> names =
        TextFile.read(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (names.size() != classes) {
      throw new InputException(
          file.toString(),
          classes + " lines with a class name each",
          Integer.toString(names.size()),
          "fetch or copy the file again");
    }
    return names;
  }
}
