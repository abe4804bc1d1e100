package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How {@code text} data is read, and what the networks of texts are like. Constants, safe for
 * several threads.
 */
public final class TextSetting {
  public static final Setting<List<String>> TEXT_COLUMNS =
      Setting.deciding(
          SettingGroup.DATA,
          "text-columns",
          new ColumnNamesType(),
          List.of(),
          "Columns with the text, joined in this order; else those that plainly hold some.");

  public static final Setting<String> TOKENIZER =
      Setting.deciding(
          SettingGroup.DATA,
          "tokenizer",
          ChoiceType.of("words", "bpe", "bytes"),
          "words",
          "What a token of a text is: a word, a frequent sequence of bytes, or a byte.");

  public static final Setting<Optional<Path>> TOKENIZER_FILE =
      Setting.free(
          SettingGroup.DATA,
          "tokenizer-file",
          new PathType(),
          Optional.empty(),
          "A tokenizer.json to read texts by, in place of one that is learned.");

  public static final Setting<Integer> VOCABULARY =
      Setting.deciding(
          SettingGroup.DATA,
          "vocabulary",
          new AutoIntegerType(atLeast(2).atMost(Limits.WIDTH)),
          Setting.AUTO,
          "Most tokens of a tokenizer that is learned; auto is 20000 words, or 2000 of bpe.");

  public static final Setting<Integer> MIN_COUNT =
      Setting.deciding(
          SettingGroup.DATA,
          "min-count",
          integers(atLeast(1).atMost(Limits.WIDTH)),
          2,
          "How often a word, or a pair of bpe, has to occur at least to be a token.");

  public static final Setting<Integer> MAX_TOKENS =
      Setting.deciding(
          SettingGroup.DATA,
          "max-tokens",
          new AutoIntegerType(atLeast(1).atMost(Limits.TOKENS)),
          Setting.AUTO,
          "Tokens of a text that are read; auto is the longest training text, up to 512.");

  public static final Setting<Integer> TOKENS =
      Setting.deciding(
          SettingGroup.DATA,
          "tokens",
          new AutoIntegerType(atLeast(1).atMost(Limits.WIDTH)),
          Setting.AUTO,
          "Tokens of the tokenizer; a training writes here how many it has.");

  public static final Setting<Integer> EMBEDDING =
      Setting.deciding(
          SettingGroup.MODEL,
          "embedding",
          integers(atLeast(1).atMost(Limits.WIDTH)),
          128,
          "Width of the vector of a token in networks for texts, of a number or category in those for tables.");

  public static final Setting<Optional<Path>> EMBEDDINGS =
      Setting.free(
          SettingGroup.MODEL,
          "embeddings",
          new PathType(),
          Optional.empty(),
          "File with vectors of words, as of GloVe or fastText, with which words of texts begin.");

  public static final Setting<Double> DROPOUT =
      Setting.deciding(
          SettingGroup.MODEL,
          "dropout",
          decimals(atLeast(0).atMost(0.9)),
          0.5,
          "Probability at which networks for texts and tables leave a number out in training.");

  private TextSetting() {}
}
