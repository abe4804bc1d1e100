package io.github.sid4j.internal.data.text;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Reads vectors of words that others trained, in the text form of GloVe, fastText and word2vec: a
 * word and its numbers on each line, with spaces between; perhaps a first line with two counts.
 * Only the vectors of wanted words are kept.
 */
public final class WordVectors {
  private final Path file;
  private final Map<String, Integer> wanted;
  private final int width;
  private final Map<Integer, float[]> found = new TreeMap<>();

  /** Those that stand in the file as they are written in the vocabulary. */
  private final Set<Integer> exact = new HashSet<>();

  private WordVectors(Path file, Map<String, Integer> wanted, int width) {
    this.file = file;
    this.wanted = wanted;
    this.width = width;
  }

  /**
   * Reads a file. A word that is written differently in it takes the vector of the first that is
   * equal to it in lower case.
   *
   * @param file in UTF-8; with gzip if it ends in .gz
   * @param wanted words and their ids
   * @param width numbers in a vector
   * @return by id the vector of a word, in the order of ids
   * @throws InputException if a line is not of this form or width
   * @throws IOException if the file cannot be read
   */
  public static Map<Integer, float[]> read(Path file, Map<String, Integer> wanted, int width)
      throws IOException {
    WordVectors vectors = new WordVectors(file, wanted, width);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !(number == 1 && isCounts(line))) {
          vectors.add(line, number);
        }
      }
    }
    return vectors.found;
  }

  private static InputStream opened(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw InputException.ofSetting(
          "embeddings",
          "a file with a word and its vector on each line",
          Files.exists(file) ? "a folder, " + file : "nothing at " + file,
          "correct the path");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  /** How many words there are, and how many numbers each has. */
  private static boolean isCounts(String line) {
    return line.strip().matches("\\d+ \\d+");
  }

  private void add(String line, long number) {
    // A word may have spaces in it, its numbers have none.
    String[] parts = line.stripTrailing().split("[ \t]+", -1);
    int words = parts.length - width;
    if (words < 1 || (number <= 2 && words > 1)) {
      throw refused(
          number,
          "a word and %s numbers, as the setting embedding says".formatted(width),
          "%s parts".formatted(parts.length),
          "set embedding to %s, or give vectors of that width".formatted(parts.length - 1));
    }
    String word = String.join(" ", Arrays.asList(parts).subList(0, words));
    Integer id = wanted.get(word);
    boolean same = id != null;
    if (!same) {
      id = wanted.get(word.toLowerCase(Locale.ROOT));
    }
    if (id != null && (same ? exact.add(id) : !found.containsKey(id))) {
      found.put(id, numbers(parts, words, number));
    }
  }

  private float[] numbers(String[] parts, int words, long line) {
    float[] values = new float[width];
    for (int i = 0; i < width; i++) {
      try {
        values[i] = Float.parseFloat(parts[words + i]);
      } catch (NumberFormatException e) {
        values[i] = Float.NaN;
      }
      if (!Float.isFinite(values[i])) {
        throw refused(
            line,
            "numbers behind the word",
            CellText.quoted(parts[words + i]),
            "give the text form of the vectors (.txt or .vec), or remove the line");
      }
    }
    return values;
  }

  private InputException refused(long line, String expected, String found, String remedy) {
    return new InputException(file + " line " + line, expected, found, remedy);
  }
}
