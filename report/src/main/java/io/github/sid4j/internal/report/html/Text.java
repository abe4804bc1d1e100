package io.github.sid4j.internal.report.html;

import io.github.sid4j.internal.text.Visible;

/**
 * Characters to be read, not markup.
 *
 * @param text any; what XML cannot hold is shown as a replacement character, and what cannot be
 *     seen or turns the direction of others as an escape
 */
record Text(String text) implements HtmlNode {
  @Override
  public void write(StringBuilder out) {
    text.codePoints().forEach(character -> write(character, out));
  }

  private static void write(int character, StringBuilder out) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\t', '\n' -> out.append((char) character);
      default ->
          out.append(
              isXml(character)
                  ? Visible.text(Character.toString(character))
                  : Character.toString(0xFFFD));
    }
  }

  /** Whether XML 1.0 allows it, and HTML does, which refuses further control codes. */
  private static boolean isXml(int character) {
    boolean control = Character.isISOControl(character) && character != '\t' && character != '\n';
    boolean surrogate =
        character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return !control && !surrogate && (character & 0xFFFE) != 0xFFFE;
  }
}
