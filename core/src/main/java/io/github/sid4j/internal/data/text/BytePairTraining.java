package io.github.sid4j.internal.data.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns the merges of a {@link BytePairTokenizer}: the most frequent pair of neighbours becomes a
 * token, again and again. A heap has the pairs by their counts; a count that has changed since it
 * came there is found out when it is taken. Pairs of one count are taken in the order of their ids,
 * so that the same texts give the same merges.
 */
final class BytePairTraining {
  private static final int BYTES = 256;

  private record Pair(int left, int right) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byLeft = Integer.compare(left, other.left);
      return byLeft != 0 ? byLeft : Integer.compare(right, other.right);
    }
  }

  private record Counted(Pair pair, long count) {}

  private static final Comparator<Counted> ORDER =
      Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::pair);

  private final List<int[]> words = new ArrayList<>();
  private final List<Integer> occurrences = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final Map<Pair, Long> counts = new HashMap<>();

  /** In which words a pair is, or was. */
  private final Map<Pair, Set<Integer>> places = new HashMap<>();

  private final PriorityQueue<Counted> heap = new PriorityQueue<>(ORDER);

  private BytePairTraining(List<String> texts) {
    for (int b = 0; b < BYTES; b++) {
      tokens.add(ByteSymbols.of(b));
    }
    Map<String, Integer> pieces = new TreeMap<>();
    texts.forEach(
        text -> BytePairTokenizer.cut(text).forEach(p -> pieces.merge(p, 1, Integer::sum)));
    pieces.forEach(
        (piece, count) -> {
          words.add(
              ByteSymbols.of(piece).chars().map(c -> tokens.indexOf("" + (char) c)).toArray());
          occurrences.add(count);
        });
    for (int word = 0; word < words.size(); word++) {
      count(word, 1);
    }
    counts.forEach((pair, count) -> heap.add(new Counted(pair, count)));
  }

  /**
   * Learns.
   *
   * @param texts to learn from
   * @param most tokens, at least those of the 256 bytes
   * @param leastCount how often a pair has to occur at least
   */
  static BytePairTokenizer learn(List<String> texts, int most, int leastCount) {
    return new BytePairTraining(texts).learn(most, leastCount);
  }

  private BytePairTokenizer learn(int most, int leastCount) {
    List<BytePairTokenizer.Merge> merges = new ArrayList<>();
    Map<String, Integer> ids = new LinkedHashMap<>();
    tokens.forEach(token -> ids.put(token, ids.size()));
    while (tokens.size() < most && !heap.isEmpty()) {
      Counted next = heap.poll();
      long now = counts.getOrDefault(next.pair, 0L);
      if (now != next.count) {
        if (now > 0) {
          heap.add(new Counted(next.pair, now));
        }
        continue;
      }
      if (now < leastCount) {
        break;
      }
      BytePairTokenizer.Merge merge =
          new BytePairTokenizer.Merge(tokens.get(next.pair.left), tokens.get(next.pair.right));
      merges.add(merge);
      Integer known = ids.get(merge.joined());
      int id = known == null ? tokens.size() : known;
      if (known == null) {
        ids.put(merge.joined(), id);
        tokens.add(merge.joined());
      }
      replace(next.pair, id);
    }
    return new BytePairTokenizer(ids, merges, /* pieces= */ true, /* leadingSpace= */ false);
  }

  /** Adds the pairs of a word to the counts, or takes them off. */
  private void count(int word, int sign) {
    int[] symbols = words.get(word);
    for (int i = 0; i + 1 < symbols.length; i++) {
      Pair pair = new Pair(symbols[i], symbols[i + 1]);
      counts.merge(pair, (long) sign * occurrences.get(word), Long::sum);
      if (sign > 0) {
        places.computeIfAbsent(pair, key -> new TreeSet<>()).add(word);
      }
    }
  }

  private void replace(Pair pair, int id) {
    Set<Pair> changed = new TreeSet<>();
    for (int word : places.remove(pair)) {
      count(word, -1);
      words.set(word, merged(words.get(word), pair, id));
      count(word, 1);
      int[] symbols = words.get(word);
      for (int i = 0; i + 1 < symbols.length; i++) {
        changed.add(new Pair(symbols[i], symbols[i + 1]));
      }
    }
    counts.remove(pair);
    // Only pairs with the new token are new; those that became rarer are found in the heap.
    changed.stream()
        .filter(each -> each.left == id || each.right == id)
        .forEach(each -> heap.add(new Counted(each, Objects.requireNonNull(counts.get(each)))));
  }

  private static int[] merged(int[] symbols, Pair pair, int id) {
    int[] result = new int[symbols.length];
    int length = 0;
    for (int i = 0; i < symbols.length; i++) {
      boolean here =
          i + 1 < symbols.length && symbols[i] == pair.left && symbols[i + 1] == pair.right;
      result[length++] = here ? id : symbols[i];
      i += here ? 1 : 0;
    }
    return Arrays.copyOf(result, length);
  }
}
