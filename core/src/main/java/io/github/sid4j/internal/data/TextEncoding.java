package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.text.Tokenizer;
import io.github.sid4j.internal.data.text.TokenizerFile;
import io.github.sid4j.internal.data.text.TokenizerReader;
import io.github.sid4j.internal.data.text.WordTokenizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts whose tokens become ids, as many for each text as for the longest: behind the last token
 * there is padding, the id behind all others. The tokenizer has a file of its own next to that of
 * the model, and here the hash of that file.
 */
@JsonPropertyOrder({"columns", "label", "column_names", "max_tokens", "tokens", "tokenizer"})
public final class TextEncoding implements InputEncoding {
  /** The name of the tokenizer's file. */
  public static final String FILE = "tokenizer.json";

  private static final String JOINT = "\n";

  private final List<String> columns;
  private final String label;
  private final @Nullable List<String> columnNames;
  private final int maxTokens;
  private final int tokens;
  private final String hash;
  private final @Nullable Tokenizer tokenizer;

  private TextEncoding(
      List<String> columns,
      String label,
      @Nullable List<String> columnNames,
      int maxTokens,
      int tokens,
      String hash,
      @Nullable Tokenizer tokenizer) {
    this.columns = List.copyOf(columns);
    this.label = label;
    this.columnNames = columnNames == null ? null : List.copyOf(columnNames);
    this.maxTokens = maxTokens;
    this.tokens = tokens;
    this.hash = hash;
    this.tokenizer = tokenizer;
  }

  @JsonCreator
  static TextEncoding stored(
      @JsonProperty("columns") List<String> columns,
      @JsonProperty("label") String label,
      @JsonProperty("column_names") @Nullable List<String> columnNames,
      @JsonProperty("max_tokens") int maxTokens,
      @JsonProperty("tokens") int tokens,
      @JsonProperty("tokenizer") String hash) {
    return new TextEncoding(columns, label, columnNames, maxTokens, tokens, hash, null);
  }

  /**
   * An encoding.
   *
   * @param columns that hold text, in the order in which they are joined
   * @param label the name of the column with the class
   * @param columnNames of files without a header, with that of the class; null where they have one
   * @param maxTokens of a text
   * @param tokenizer makes the ids
   */
  static TextEncoding of(
      List<String> columns,
      String label,
      @Nullable List<String> columnNames,
      int maxTokens,
      Tokenizer tokenizer) {
    return new TextEncoding(
        columns,
        label,
        columnNames,
        maxTokens,
        tokenizer.size(),
        hash(TokenizerFile.bytes(tokenizer)),
        tokenizer);
  }

  @Override
  public Optional<TextEncoding> texts() {
    return Optional.of(this);
  }

  @Override
  public TextEncoding tokenized(byte[] file, String where) {
    if (!hash(file).equals(hash)) {
      throw new InputException(
          where,
          "the tokenizer of the model, of SHA-256 " + hash,
          hash(file),
          "put back the file as the run wrote it");
    }
    Tokenizer read = TokenizerReader.read(file, where);
    return new TextEncoding(columns, label, columnNames, maxTokens, tokens, hash, read);
  }

  private static String hash(byte[] file) {
    return HexFormat.of().formatHex(DataDigest.sha256().digest(file));
  }

  /**
   * What the tokenizer's file holds.
   *
   * @return to be written next to the model
   */
  public byte[] tokenizerFile() {
    return TokenizerFile.bytes(tokenizer());
  }

  /**
   * The words that are tokens.
   *
   * @return with their ids, without the token of all other words; empty if tokens are no words
   */
  public Map<String, Integer> words() {
    if (!(tokenizer() instanceof WordTokenizer known)) {
      return Map.of();
    }
    Map<String, Integer> words = new HashMap<>(known.vocabulary());
    words.remove(known.unknown());
    return words;
  }

  private Tokenizer tokenizer() {
    if (tokenizer == null) {
      throw new IllegalStateException("the tokenizer of this model has not been read");
    }
    return tokenizer;
  }

  /** The names of the columns that hold text, in the order in which they are joined. */
  @JsonProperty("columns")
  public List<String> columns() {
    return columns;
  }

  /** The name of the column that held the class. */
  @JsonProperty("label")
  public String label() {
    return label;
  }

  /** The names of the columns of files without a header; null where they have one. */
  @JsonProperty("column_names")
  public @Nullable List<String> columnNames() {
    return columnNames;
  }

  /** T, the most tokens of a text. */
  @JsonProperty("max_tokens")
  public int maxTokens() {
    return maxTokens;
  }

  /** How many ids the tokenizer has; the next one is padding. */
  @JsonProperty("tokens")
  public int tokens() {
    return tokens;
  }

  /** SHA-256 of the tokenizer's file, 64 hexadecimal digits. */
  @JsonProperty("tokenizer")
  public String tokenizerHash() {
    return hash;
  }

  @Override
  @JsonIgnore
  public int[] shape() {
    return new int[] {maxTokens};
  }

  /**
   * The ids of a text.
   *
   * @param text any
   * @return at most {@link #maxTokens}, without padding
   */
  public int[] ids(String text) {
    int[] ids = tokenizer().encode(text);
    return ids.length > maxTokens ? Arrays.copyOf(ids, maxTokens) : ids;
  }

  /** How many tokens a text has, also those that are not read. */
  int length(String text) {
    return tokenizer().encode(text).length;
  }

  /**
   * A text as the network reads it.
   *
   * @param text any
   * @return {@link #maxTokens} whole numbers
   */
  public float[] encode(String text) {
    float[] values = new float[maxTokens];
    write(ids(text), values, 0);
    return values;
  }

  void write(int[] ids, float[] into, int offset) {
    for (int i = 0; i < maxTokens; i++) {
      into[offset + i] = i < ids.length ? ids[i] : tokens;
    }
  }

  /** The text of the columns of a row. */
  static String joined(List<String> cells) {
    return String.join(JOINT, cells);
  }

  @Override
  public Padded padded(float[] values, int examples) {
    int longest = 1;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != tokens) {
        longest = Math.max(longest, i % maxTokens + 1);
      }
    }
    if (longest == maxTokens) {
      return new Padded(values, shape());
    }
    float[] cut = new float[examples * longest];
    for (int example = 0; example < examples; example++) {
      System.arraycopy(values, example * maxTokens, cut, example * longest, longest);
    }
    return new Padded(cut, new int[] {longest});
  }
}
