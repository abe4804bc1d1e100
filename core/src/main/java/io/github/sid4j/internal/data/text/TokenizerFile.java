package io.github.sid4j.internal.data.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The form of a {@link Tokenizer} as {@code tokenizer.json} of Hugging Face. */
public final class TokenizerFile {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String TYPE = "type";

  private TokenizerFile() {}

  /**
   * What the file of a tokenizer holds: the same bytes for the same tokenizer.
   *
   * @param tokenizer any
   * @return JSON in UTF-8; pads batches with the id behind the last
   */
  public static byte[] bytes(Tokenizer tokenizer) {
    ObjectNode file = MAPPER.createObjectNode();
    file.put("version", "1.0").putNull("truncation");
    file.putObject("padding")
        .put("strategy", "BatchLongest")
        .put("direction", "Right")
        .putNull("pad_to_multiple_of")
        .put("pad_id", tokenizer.size())
        .put("pad_type_id", 0)
        .put("pad_token", "[PAD]");
    file.putArray("added_tokens");
    if (tokenizer instanceof WordTokenizer words) {
      ofWords(words, file);
    } else {
      ofPairs((BytePairTokenizer) tokenizer, file);
    }
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON has a text", e);
    }
  }

  private static void ofWords(WordTokenizer words, ObjectNode file) {
    if (words.lowerCase()) {
      file.putObject("normalizer").put(TYPE, "Lowercase");
    } else {
      file.putNull("normalizer");
    }
    file.putObject("pre_tokenizer").put(TYPE, "Whitespace");
    file.putNull("post_processor").putNull("decoder");
    ObjectNode model = file.putObject("model").put(TYPE, "WordLevel");
    vocabulary(words, model);
    model.put("unk_token", words.unknown());
  }

  private static void ofPairs(BytePairTokenizer pairs, ObjectNode file) {
    file.putNull("normalizer");
    file.set("pre_tokenizer", byteLevel(pairs));
    file.putNull("post_processor");
    file.set("decoder", byteLevel(pairs));
    ObjectNode model = file.putObject("model").put(TYPE, "BPE");
    model.putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false);
    vocabulary(pairs, model);
    ArrayNode merges = model.putArray("merges");
    pairs.merges().forEach(merge -> merges.add(merge.left() + " " + merge.right()));
  }

  private static JsonNode byteLevel(BytePairTokenizer pairs) {
    return MAPPER
        .createObjectNode()
        .put(TYPE, "ByteLevel")
        .put("add_prefix_space", pairs.leadingSpace())
        .put("trim_offsets", true)
        .put("use_regex", pairs.pieces());
  }

  private static void vocabulary(Tokenizer tokenizer, ObjectNode model) {
    ObjectNode vocabulary = model.putObject("vocab");
    tokenizer.vocabulary().forEach(vocabulary::put);
  }
}
