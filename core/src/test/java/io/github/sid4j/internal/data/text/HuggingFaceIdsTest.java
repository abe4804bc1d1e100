package io.github.sid4j.internal.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids of a tokenizer.json by the library whose format it is. */
@Tag("slow")
class HuggingFaceIdsTest {
  private static final String[] PARTS = {
    "the",
    "The",
    "don't",
    "We'LL",
    "é",
    "ß",
    "Straße",
    "ΣΟΦΟΣ",
    "İ",
    "日本語",
    "🙂",
    "12,345.6",
    "!!",
    "?",
    "...",
    " ",
    "  ",
    "\n",
    "\t",
    "\u00A0",
    "_x",
    "a-b",
    "`` ''",
    "e\u0301",
    "\u0000",
    "٣",
    "½"
  };

  @BeforeAll
  static void staysOnThisMachine(@TempDir Path cache) {
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("DJL_CACHE_DIR", cache.toString());
    System.setProperty("ENGINE_CACHE_DIR", cache.toString());
  }

  private static List<String> texts(int count) {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(12); part > 0; part--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
        text.append(random.nextInt(3) > 0 ? " " : "");
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void areThoseOfOurs() throws IOException {
    List<String> learned = texts(300);
    Map<String, Tokenizer> kinds =
        Map.of(
            "words", WordTokenizer.learn(learned, 1000, 2),
            "bpe", BytePairTokenizer.learn(learned, 400, 2),
            "bytes", BytePairTokenizer.bytes());
    for (Map.Entry<String, Tokenizer> kind : kinds.entrySet()) {
      byte[] file = TokenizerFile.bytes(kind.getValue());
      try (HuggingFaceTokenizer other =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(file), Map.of("addSpecialTokens", "false"))) {
        for (String text : texts(5000)) {
          assertThat(Arrays.stream(kind.getValue().encode(text)).asLongStream().toArray())
              .as("%s of '%s'", kind.getKey(), text)
              .isEqualTo(other.encode(text, false, false).getIds());
        }
      }
    }
  }
}
