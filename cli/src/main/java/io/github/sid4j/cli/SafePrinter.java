package io.github.sid4j.cli;

import io.github.sid4j.internal.text.Visible;
import java.io.PrintWriter;
import java.nio.charset.CharsetEncoder;
import java.util.function.IntPredicate;

/**
 * The one place where lines leave for a terminal. Names of classes, files and columns may hold
 * codes that move the cursor or turn the direction of text, so that all but the ends of lines is
 * escaped, and so is what the terminal's encoding lacks. Escapes are those of JSON, so that JSON
 * stays JSON.
 */
final class SafePrinter extends PrintWriter {
  private final PrintWriter raw;
  private final IntPredicate escaped;

  private SafePrinter(PrintWriter raw, IntPredicate escaped) {
    super(raw, true);
    this.raw = raw;
    this.escaped = escaped;
  }

  /** The writer itself if it is a safe one. */
  static SafePrinter over(PrintWriter writer) {
    return writer instanceof SafePrinter safe
        ? safe
        : new SafePrinter(writer, SafePrinter::isEscaped);
  }

  /** A writer that also escapes what cannot be encoded. */
  static SafePrinter over(PrintWriter writer, CharsetEncoder encoder) {
    return new SafePrinter(
        writer,
        character -> isEscaped(character) || (character >= 0x80 && !canEncode(encoder, character)));
  }

  /** Encoders serve one thread at a time. */
  private static boolean canEncode(CharsetEncoder encoder, int character) {
    synchronized (encoder) {
      return encoder.canEncode(Character.toString(character));
    }
  }

  private static boolean isEscaped(int character) {
    return character != '\n' && Visible.isHidden(character);
  }

  /** Takes texts of our own as they are, colours and moves of the cursor included. */
  PrintWriter raw() {
    return raw;
  }

  @Override
  public void write(String text, int offset, int length) {
    String part = text.substring(offset, offset + length).replace("\r\n", "\n");
    String safe = Visible.text(part, escaped);
    super.write(safe, 0, safe.length());
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    write(new String(characters, offset, length), 0, length);
  }

  @Override
  public void write(int character) {
    write(String.valueOf((char) character), 0, 1);
  }
}
