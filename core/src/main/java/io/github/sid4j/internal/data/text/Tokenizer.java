package io.github.sid4j.internal.data.text;

import java.util.Map;

/**
 * Makes token ids of text. Each can be written as a {@code tokenizer.json} of Hugging Face, and
 * gives the ids that the library of that name gives for the file.
 *
 * <p>Immutable, and so safe for several threads.
 */
public sealed interface Tokenizer permits WordTokenizer, BytePairTokenizer {
  /**
   * The tokens of a text.
   *
   * @param text any
   * @return ids of 0 .. size - 1, none for a text without tokens
   */
  int[] encode(String text);

  /**
   * The tokens and their ids.
   *
   * @return ids are at least 0 and differ; not to be changed
   */
  Map<String, Integer> vocabulary();

  /**
   * How many ids there are. The next one, {@code size()} itself, is free for padding.
   *
   * @return one more than the highest id
   */
  default int size() {
    return 1 + vocabulary().values().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }
}
