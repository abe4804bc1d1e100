package io.github.sid4j.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the inputs of a row of a table are.
 *
 * @param fields in the order of the inputs
 */
public record TableFields(List<Field> fields) {
  /** What an input may be. */
  public enum Kind {
    /** Each is a number by itself. */
    NUMBER,
    /** One of them is 1, or none. */
    CATEGORY,
    /** Each is read as it is. */
    PLAIN
  }

  /**
   * Neighbouring inputs.
   *
   * @param kind what they are
   * @param from the place of the first
   * @param width how many, at least 1
   */
  public record Field(Kind kind, int from, int width) {}

  /** Keeps a copy that cannot be changed. */
  public TableFields {
    fields = List.copyOf(fields);
  }

  /**
   * Fields as a setting has them.
   *
   * @param texts such as {@code number-4}
   * @return in their order
   */
  public static TableFields of(List<String> texts) {
    List<Field> fields = new ArrayList<>();
    int from = 0;
    for (String text : texts) {
      int dash = text.indexOf('-');
      Kind kind = Kind.valueOf(text.substring(0, dash).toUpperCase(Locale.ROOT));
      int width = Integer.parseInt(text.substring(dash + 1));
      fields.add(new Field(kind, from, width));
      from = Math.addExact(from, width);
    }
    return new TableFields(fields);
  }

  /**
   * How many inputs there are.
   *
   * @return at least 0
   */
  public int inputs() {
    return fields.stream().mapToInt(Field::width).sum();
  }

  /** The fields of one kind. */
  List<Field> of(Kind kind) {
    return fields.stream().filter(field -> field.kind() == kind).toList();
  }
}
