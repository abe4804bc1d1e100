package io.github.sid4j.internal.data.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Byte-level byte-pair encoding (Sennrich et al., ACL 2016; on bytes Radford et al., 2019): a text
 * is cut into pieces, and in each the pair of neighbours that was merged first in training is
 * merged, until none is left. Without merges every byte is a token. No text is unknown.
 */
public final class BytePairTokenizer implements Tokenizer {
  private static final int BYTES = 256;

  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:s|t|re|ve|m|ll|d)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Two neighbours that become one token.
   *
   * @param left in symbols of bytes
   * @param right in symbols of bytes
   */
  public record Merge(String left, String right) {
    String joined() {
      return left + right;
    }
  }

  private final Map<String, Integer> vocabulary;
  private final List<Merge> merges;
  private final boolean pieces;
  private final boolean leadingSpace;
  private final Map<Merge, Integer> ranks = new HashMap<>();

  /**
   * A tokenizer.
   *
   * @param vocabulary ids of the tokens, in {@linkplain ByteSymbols symbols of bytes}
   * @param merges pairs of tokens, the first one merged first
   * @param pieces whether texts are cut at words, so that no token reaches over two
   * @param leadingSpace whether a text begins with a space where it has none
   */
  BytePairTokenizer(
      Map<String, Integer> vocabulary, List<Merge> merges, boolean pieces, boolean leadingSpace) {
    this.vocabulary = Collections.unmodifiableMap(new LinkedHashMap<>(vocabulary));
    this.merges = List.copyOf(merges);
    this.pieces = pieces;
    this.leadingSpace = leadingSpace;
    merges.forEach(merge -> ranks.putIfAbsent(merge, ranks.size()));
  }

  /** A token for each byte, and no others. */
  public static BytePairTokenizer bytes() {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int b = 0; b < BYTES; b++) {
      ids.put(ByteSymbols.of(b), b);
    }
    return new BytePairTokenizer(ids, List.of(), /* pieces= */ true, /* leadingSpace= */ false);
  }

  /**
   * Learns merges.
   *
   * @param texts to learn from
   * @param most tokens, at least the 256 bytes
   * @param leastCount how often a pair has to occur at least
   * @return the tokenizer
   */
  public static BytePairTokenizer learn(List<String> texts, int most, int leastCount) {
    return BytePairTraining.learn(texts, most, leastCount);
  }

  @Override
  public Map<String, Integer> vocabulary() {
    return vocabulary;
  }

  List<Merge> merges() {
    return merges;
  }

  boolean pieces() {
    return pieces;
  }

  boolean leadingSpace() {
    return leadingSpace;
  }

  /** The pieces of a text, within which pairs are merged. */
  static List<String> cut(String text) {
    return PIECE.matcher(text).results().map(piece -> piece.group()).toList();
  }

  @Override
  public int[] encode(String text) {
    String whole = leadingSpace && !text.startsWith(" ") ? " " + text : text;
    List<Integer> ids = new ArrayList<>();
    if (pieces) {
      Matcher found = PIECE.matcher(whole);
      while (found.find()) {
        merge(found.group(), ids);
      }
    } else if (!whole.isEmpty()) {
      merge(whole, ids);
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private void merge(String piece, List<Integer> ids) {
    List<String> symbols = new ArrayList<>(List.of(ByteSymbols.of(piece).split("")));
    int best = best(symbols);
    while (best >= 0) {
      symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
      best = best(symbols);
    }
    for (String symbol : symbols) {
      Integer id = vocabulary.get(symbol);
      if (id != null) {
        ids.add(id);
      }
    }
  }

  /** Where the pair begins that was merged first, the leftmost of equals; -1 if none is left. */
  private int best(List<String> symbols) {
    int best = -1;
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < symbols.size(); i++) {
      Integer rank = ranks.get(new Merge(symbols.get(i), symbols.get(i + 1)));
      if (rank != null && rank < lowest) {
        lowest = rank;
        best = i;
      }
    }
    return best;
  }
}
