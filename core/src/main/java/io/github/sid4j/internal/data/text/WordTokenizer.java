package io.github.sid4j.internal.data.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and punctuation in lower case: a token is a run of letters, digits and underscores, or a
 * run of other signs. Words that are not in the vocabulary are one token, the unknown.
 *
 * @param vocabulary ids of the words; holds the unknown
 * @param unknown the token of all other words
 * @param lowerCase whether upper case becomes lower case
 */
public record WordTokenizer(Map<String, Integer> vocabulary, String unknown, boolean lowerCase)
    implements Tokenizer {
  static final String UNKNOWN = "[UNK]";

  private static final Pattern WORD =
      Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  /** The one capital that becomes two characters. */
  private static final int DOTTED_I = 0x130;

  /** Keeps a copy that cannot be changed. */
  public WordTokenizer {
    vocabulary = Collections.unmodifiableMap(new LinkedHashMap<>(vocabulary));
  }

  /**
   * Learns a vocabulary: the most frequent words, and of equals the first in the order of texts.
   *
   * @param texts to learn from
   * @param most tokens of the vocabulary, with the unknown, which is 0
   * @param leastCount how often a word has to occur at least
   * @return the tokenizer
   */
  public static WordTokenizer learn(List<String> texts, int most, int leastCount) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      Matcher words = WORD.matcher(lowered(text));
      while (words.find()) {
        counts.merge(words.group(), 1, Integer::sum);
      }
    }
    Map<String, Integer> ids = new LinkedHashMap<>();
    ids.put(UNKNOWN, 0);
    counts.entrySet().stream()
        .filter(each -> each.getValue() >= leastCount)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(most - 1L)
        .forEach(each -> ids.putIfAbsent(each.getKey(), ids.size()));
    return new WordTokenizer(ids, UNKNOWN, /* lowerCase= */ true);
  }

  @Override
  public int[] encode(String text) {
    int other = Objects.requireNonNull(vocabulary.get(unknown));
    return WORD.matcher(lowerCase ? lowered(text) : text)
        .results()
        .mapToInt(word -> vocabulary.getOrDefault(word.group(), other))
        .toArray();
  }

  /** Sign by sign, so that a sigma at the end of a word is the same as any other. */
  private static String lowered(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            sign -> {
              if (sign == DOTTED_I) {
                lower.append("i\u0307");
              } else {
                lower.appendCodePoint(Character.toLowerCase(sign));
              }
            });
    return lower.toString();
  }
}
