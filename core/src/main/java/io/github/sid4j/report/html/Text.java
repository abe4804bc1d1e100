package io.github.sid4j.report.html;

/**
 * Characters to be read, not markup.
 *
 * @param text any; what XML cannot hold is shown as a replacement character
 */
record Text(String text) implements Node {
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
      default -> out.appendCodePoint(isXml(character) ? character : 0xFFFD);
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
