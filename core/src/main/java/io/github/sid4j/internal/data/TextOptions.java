package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.text.BytePairTokenizer;
import io.github.sid4j.internal.data.text.Tokenizer;
import io.github.sid4j.internal.data.text.TokenizerReader;
import io.github.sid4j.internal.data.text.WordTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is given about {@code text} data beside the form of its files.
 *
 * @param columns that hold text, joined in this order; if empty, those that plainly do
 * @param kind of the tokenizer that is learned
 * @param file of a tokenizer that is there already
 * @param vocabulary most tokens of one that is learned; 0 for what suits the kind
 * @param leastCount how often a word or pair has to occur at least
 * @param mostTokens of a text, what is behind them is cut off; 0 for all, up to a limit
 */
public record TextOptions(
    List<String> columns,
    Kind kind,
    Optional<Path> file,
    int vocabulary,
    int leastCount,
    int mostTokens) {
  private static final int WORDS = 20_000;
  private static final int PAIRS = 2_000;
  private static final int BYTES = 256;

  /** All is recognized, and words are tokens. */
  public static final TextOptions DEFAULT =
      new TextOptions(List.of(), Kind.WORDS, Optional.empty(), 0, 2, 0);

  /** Ways to cut texts into tokens. */
  public enum Kind {
    /** Words and punctuation in lower case. */
    WORDS,
    /** Byte-pair encoding. */
    BPE,
    /** A token for each byte. */
    BYTES
  }

  /**
   * Keeps a copy that cannot be changed.
   *
   * @throws InputException if the vocabulary is too small for the kind
   */
  public TextOptions {
    columns = List.copyOf(columns);
    if (kind == Kind.BPE && vocabulary > 0 && vocabulary < BYTES) {
      throw InputException.ofSetting(
          "vocabulary",
          "at least the %s bytes with tokenizer bpe".formatted(BYTES),
          Integer.toString(vocabulary),
          "choose more");
    }
  }

  /** Whether a tokenizer can be had: a model that is there already has its own. */
  boolean hasTokenizer() {
    return file.map(Files::isRegularFile).orElse(true);
  }

  /** The tokenizer of the file, or one that is learned. */
  Tokenizer learned(List<String> texts) {
    try {
      return tokenizer(texts);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of the tokenizer cannot be read", e);
    }
  }

  private Tokenizer tokenizer(List<String> texts) throws IOException {
    if (!hasTokenizer()) {
      throw InputException.ofSetting(
          "tokenizer-file", "a tokenizer.json", file.get().toString(), "correct the path");
    }
    if (file.isPresent()) {
      return TokenizerReader.read(Files.readAllBytes(file.get()), file.get().toString());
    }
    return switch (kind) {
      case WORDS -> WordTokenizer.learn(texts, vocabulary == 0 ? WORDS : vocabulary, leastCount);
      case BPE -> BytePairTokenizer.learn(texts, vocabulary == 0 ? PAIRS : vocabulary, leastCount);
      case BYTES -> BytePairTokenizer.bytes();
    };
  }
}
