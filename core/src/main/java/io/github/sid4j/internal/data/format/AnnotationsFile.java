package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a text file that says of which class images are: on each line the name of an image, a tab,
 * its class, and perhaps more after another tab, as the box of the object, which is passed over.
 */
public final class AnnotationsFile {
  private AnnotationsFile() {}

  /**
   * One line.
   *
   * @param image the name of a file, without a folder
   * @param category the class of that image
   * @param line where it stands, from 1
   */
  public record Annotation(String image, String category, int line) {}

  /**
   * Reads all lines; blank ones are passed over.
   *
   * @param file in UTF-8
   * @return at least one, of different images, in the order of the file
   * @throws InputException if there is none, a line has no class or an image comes twice
   * @throws IOException if it cannot be read
   */
  public static List<Annotation> read(Path file) throws IOException {
    List<Annotation> annotations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String line : TextFile.read(file).lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] cells = line.split("\t", 3);
      if (cells.length < 2) {
        throw refused(file, number, "an image and its class with a tab between", line);
      }
      if (!seen.add(cells[0])) {
        throw refused(file, number, "an image that no line before it names", cells[0]);
      }
      annotations.add(new Annotation(cells[0], cells[1].strip(), number));
    }
    if (annotations.isEmpty()) {
      throw new InputException(
          file.toString(), "a line for each image", "no lines", "unpack the file again");
    }
    return annotations;
  }

  private static InputException refused(Path file, int line, String expected, String found) {
    return new InputException(
        file + " line " + line, expected, "\"" + found + "\"", "correct or remove the line");
  }
}
