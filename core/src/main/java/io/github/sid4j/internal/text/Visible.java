package io.github.sid4j.internal.text;

import java.util.HexFormat;
import java.util.function.IntPredicate;

/**
 * Texts that come from outside, such as names of classes, files and columns, made fit to be shown:
 * a character that cannot be seen, or that changes how others are seen, becomes an escape as in
 * Java and JSON, for example {@code \}{@code u009b}.
 */
public final class Visible {
  private static final HexFormat HEXADECIMAL = HexFormat.of();

  private Visible() {}

  /**
   * Escapes every character that is {@linkplain #isHidden hidden}, line ends included.
   *
   * @param text any characters
   * @return one line; the text itself where nothing in it is hidden
   */
  public static String text(String text) {
    return text(text, Visible::isHidden);
  }

  /**
   * Escapes some characters.
   *
   * @param text any characters
   * @param escaped decides by code point; half of a pair counts as one
   * @return the text itself where none is escaped
   */
  public static String text(String text, IntPredicate escaped) {
    if (text.codePoints().noneMatch(escaped)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (escaped.test(character)) {
                escape(character, out);
              } else {
                out.appendCodePoint(character);
              }
            });
    return out.toString();
  }

  /**
   * Whether a character cannot be seen or acts on others: control codes, marks of direction and of
   * width zero, ends of lines and paragraphs, halves of pairs, and what Unicode has no meaning for.
   *
   * @param character a code point
   * @return false for letters, digits, signs and blanks
   */
  public static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** By the units of UTF-16, as JSON has it, so that escaped JSON stays JSON. */
  private static void escape(int character, StringBuilder out) {
    for (char unit : Character.toChars(character)) {
      out.append("\\u").append(HEXADECIMAL.toHexDigits(unit));
    }
  }
}
