package io.github.sid4j.internal.data.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  private static final List<String> TEXTS =
      List.of("The cat sat.", "the dog sat, too!", "a cat and a dog", "the end");

  @Test
  void wordsAreLowerCaseAndRareOnesUnknown() {
    WordTokenizer words = WordTokenizer.learn(TEXTS, 100, 2);
    assertThat(words.vocabulary().keySet())
        .containsExactly(WordTokenizer.UNKNOWN, "the", "a", "cat", "dog", "sat");
    assertThat(words.encode("THE cat, a bird!!")).containsExactly(1, 3, 0, 2, 0, 0);
    assertThat(words.encode("  \n ")).isEmpty();
    assertThat(WordTokenizer.learn(TEXTS, 3, 1).vocabulary().keySet())
        .containsExactly(WordTokenizer.UNKNOWN, "the", "a");
  }

  /** The pair that is most frequent is merged first, and no pair reaches over two words. */
  @Test
  void pairsAreMergedByFrequency() {
    BytePairTokenizer pairs =
        BytePairTokenizer.learn(List.of("low low low lower lowest", "new newer"), 262, 2);
    assertThat(pairs.merges().get(0).joined()).isEqualTo("lo");
    assertThat(pairs.vocabulary()).containsKey("\u0120low").hasSizeLessThanOrEqualTo(262);
    assertThat(pairs.vocabulary().keySet()).noneMatch(token -> token.matches(".+\u0120.*"));
    int[] ids = pairs.encode("slow");
    assertThat(ids).hasSize(2).contains(pairs.vocabulary().get("low"));
    assertThat(BytePairTokenizer.learn(TEXTS, 300, 2).vocabulary())
        .isEqualTo(BytePairTokenizer.learn(TEXTS, 300, 2).vocabulary());
  }

  @Test
  void bytesAreTheirOwnIds() {
    assertThat(BytePairTokenizer.bytes().encode("Aé\n")).containsExactly('A', 0xC3, 0xA9, '\n');
    assertThat(BytePairTokenizer.bytes().size()).isEqualTo(256);
  }

  @Test
  void aFileGivesTheSameTokenizerAndTheSameBytes() {
    for (Tokenizer each :
        List.of(
            WordTokenizer.learn(TEXTS, 100, 1),
            BytePairTokenizer.learn(TEXTS, 300, 2),
            BytePairTokenizer.bytes())) {
      byte[] file = TokenizerFile.bytes(each);
      Tokenizer read = TokenizerReader.read(file, "tokenizer.json");
      assertThat(TokenizerFile.bytes(read)).isEqualTo(file);
      assertThat(read.encode("The cats, too: 5 é")).isEqualTo(each.encode("The cats, too: 5 é"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"model\":{\"type\":\"Unigram\"}}",
        "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}",
        "{\"pre_tokenizer\":{\"type\":\"ByteLevel\"},\"model\":{\"type\":\"BPE\",\"vocab\":{}}}",
        "{\"pre_tokenizer\":{\"type\":\"ByteLevel\"},"
            + "\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":1,\"b\":1}}}",
        "{\"pre_tokenizer\":{\"type\":\"Whitespace\"},"
            + "\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":-1},\"unk_token\":\"a\"}}",
        "{\"pre_tokenizer\":{\"type\":\"Whitespace\"},"
            + "\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":1},\"unk_token\":\"b\"}}",
        "{\"post_processor\":{\"type\":\"TemplateProcessing\"},\"model\":{\"type\":\"BPE\"}}"
      })
  void whatWouldGiveOtherIdsIsRefused(String file) {
    assertThatThrownBy(() -> TokenizerReader.read(file.getBytes(UTF_8), "mine.json"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("mine.json");
  }
}
