package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the text files by which ImageNet and its parts say what their classes are: {@code
 * wnids.txt} with the WordNet number of a class on each line, {@code words.txt} with the words for
 * each number.
 */
public final class Synsets {
  /** Strict because these are names of folders too. */
  private static final Pattern WNID = Pattern.compile("n\\d{8}");

  private Synsets() {}

  /**
   * Reads the WordNet numbers; blank lines are passed over.
   *
   * @param file in UTF-8
   * @return at least two different ones, in the order of the file
   * @throws InputException if a line is none, one comes twice or there are fewer than two
   * @throws IOException if it cannot be read
   */
  public static List<String> wnids(Path file) throws IOException {
    Set<String> wnids = new LinkedHashSet<>();
    int number = 0;
    for (String line : TextFile.read(file).lines().map(String::strip).toList()) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      if (!WNID.matcher(line).matches() || !wnids.add(line)) {
        throw new InputException(
            file + " line " + number,
            "a WordNet number such as n02124075, each once",
            "\"" + line + "\"",
            "unpack the file again");
      }
    }
    if (wnids.size() < 2) {
      throw new InputException(
          file.toString(), "at least two classes", "" + wnids.size(), "unpack the file again");
    }
    return List.copyOf(wnids);
  }

  /**
   * Reads what classes are called: the first of the words for each.
   *
   * @param words in UTF-8, on each line a WordNet number, a tab, and words with commas between
   * @param wnids the classes
   * @return a name for each class; its number if the file does not have it
   * @throws InputException if the file is no text
   * @throws IOException if it cannot be read
   */
  public static List<String> names(Path words, List<String> wnids) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String line : TextFile.read(words).lines().toList()) {
      String[] cells = line.split("\t", 2);
      String name = cells.length < 2 ? "" : cells[1].split(",", 2)[0].strip();
      if (!name.isEmpty()) {
        names.put(cells[0], name);
      }
    }
    return wnids.stream().map(wnid -> names.getOrDefault(wnid, wnid)).toList();
  }
}
