package io.github.sid4j.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Damage to texts with a grammar: JSON, YAML, CSV and lists of names. */
public final class TextMutations {
  private static final Pattern WORD =
      Pattern.compile("\"[^\"\n]*\"|[\\p{L}_][\\p{L}\\d_-]*|-?\\d[\\d.eE+-]*");

  /** What may stand where something else is expected. */
  private static final List<String> STRANGERS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "NaN",
          "0.5",
          "2147483648",
          "9".repeat(400),
          "9".repeat(2000),
          "\"\"",
          "\"\\u0000\\ud800\"",
          "[]",
          "{}",
          "[null]",
          "{\"kind\":null}",
          "[".repeat(60),
          "[".repeat(20_000),
          "{\"a\":".repeat(5000),
          "- ".repeat(500),
          "&a [*a]",
          "!!java.lang.Object x",
          "\t",
          "\"",
          ",",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "x".repeat(100_000));

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16,
          Charset.forName("UTF-32LE"),
          Charset.forName("UTF-32BE"),
          StandardCharsets.ISO_8859_1);

  private static final List<byte[]> MARKS =
      List.of(
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xFE, (byte) 0xFF},
          new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0},
          new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {0, 0, 0},
          new byte[] {0});

  private TextMutations() {}

  /**
   * Damaged copies of a text: of its words, its lines, its encoding or its bytes.
   *
   * @param whole what is damaged
   * @return each another one, in UTF-8 or not
   */
  public static Arbitrary<byte[]> of(String whole) {
    return Arbitraries.randomValue(random -> damaged(whole, random));
  }

  private static byte[] damaged(String whole, Random random) {
    String text = whole;
    for (int times = random.nextInt(4); times > 0; times--) {
      text = random.nextInt(4) == 0 ? lines(text, random) : words(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
      case 1 -> marked(MARKS.get(random.nextInt(MARKS.size())), bytes);
      case 2, 3 -> Mutations.damaged(bytes, random);
      default -> bytes;
    };
  }

  /** One word becomes a stranger, or another word of the text. */
  private static String words(String text, Random random) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text + STRANGERS.get(random.nextInt(STRANGERS.size()));
    }
    MatchResult word = words.get(random.nextInt(words.size()));
    String other =
        random.nextInt(3) == 0
            ? words.get(random.nextInt(words.size())).group()
            : STRANGERS.get(random.nextInt(STRANGERS.size()));
    return text.substring(0, word.start()) + other + text.substring(word.end());
  }

  /** One line comes twice or not at all, or moves to the end. */
  private static String lines(String text, Random random) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      return text;
    }
    String line = lines.get(random.nextInt(lines.size())) + "\n";
    return switch (random.nextInt(3)) {
      case 0 -> text.replace(line, line + line);
      case 1 -> text.replace(line, "");
      default -> text.replace(line, "") + line;
    };
  }

  private static byte[] marked(byte[] mark, byte[] bytes) {
    byte[] all = new byte[mark.length + bytes.length];
    System.arraycopy(mark, 0, all, 0, mark.length);
    System.arraycopy(bytes, 0, all, mark.length, bytes.length);
    return all;
  }
}
