package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The labels of all shards, each text with a number in the order in which they are found. Not safe
 * for several threads.
 */
public final class LabelTexts {
  private static final int MOST_CLASSES = 100_000;
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The names of the classes 0, 1 and so on, if files say so; empty if labels are the names. */
  private List<String> names = List.of();

  /**
   * The number of a label.
   *
   * @param where it stands, for messages
   */
  public int number(String text, String where) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() == MOST_CLASSES) {
      throw new InputException(
          where,
          "at most %s classes".formatted(MOST_CLASSES),
          "more",
          "set label-column to the field that holds the class");
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /**
   * Takes note of the names of classes whose labels are their places.
   *
   * @param given by a file; none if it names none
   * @param where the file, for messages
   */
  public void named(List<String> given, String where) {
    if (!names.isEmpty() && !given.isEmpty() && !names.equals(given)) {
      throw new InputException(
          where,
          "the names of classes that other files have, " + shown(names),
          shown(given),
          "give files of one data set");
    }
    names = given.isEmpty() ? names : List.copyOf(given);
  }

  private static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(3, names.size())))
        + (names.size() > 3 ? ", ... (" + names.size() + ")" : "");
  }

  /** The names of the classes, in their order. */
  public List<String> classNames() {
    if (!names.isEmpty()) {
      return names;
    }
    boolean whole = texts.stream().allMatch(text -> WHOLE.matcher(text).matches());
    Comparator<String> natural = Comparator.naturalOrder();
    return texts.stream()
        .sorted(
            whole
                ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(natural)
                : natural)
        .toList();
  }

  /**
   * The class of each number.
   *
   * @return -1 for a label that names no class
   */
  public int[] classes() {
    List<String> sorted = classNames();
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, sorted.size())
        .forEach(i -> places.put(names.isEmpty() ? sorted.get(i) : Integer.toString(i), i));
    return texts.stream().mapToInt(text -> places.getOrDefault(text, -1)).toArray();
  }

  /** The text of a number. */
  public String text(int number) {
    return texts.get(number);
  }
}
