package io.github.sid4j.internal.data.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a {@code tokenizer.json} of the kinds that {@link Tokenizer} has: words between white
 * space, and byte-level BPE. Whatever else a file may ask for is refused, so that no text gets
 * other ids than the file means.
 */
public final class TokenizerReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** More tokens than any model of text has. */
  private static final int MOST_TOKENS = 1 << 20;

  private final String where;
  private final JsonNode file;

  private TokenizerReader(String where, JsonNode file) {
    this.where = where;
    this.file = file;
  }

  /**
   * Reads what a file holds.
   *
   * @param bytes of it
   * @param where it lies, for messages
   * @return the tokenizer
   * @throws InputException if it is no such file, or of another kind
   */
  public static Tokenizer read(byte[] bytes, String where) {
    JsonNode file;
    try {
      file = MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new InputException(
          where, "a tokenizer.json", "no JSON", "give the file as its program wrote it");
    }
    return new TokenizerReader(where, file).read();
  }

  private Tokenizer read() {
    JsonNode model = file.path("model");
    checkNone("post_processor", "ByteLevel");
    checkAddedTokens();
    return switch (model.path("type").asText("BPE")) {
      case "WordLevel" -> words(model);
      case "BPE" -> pairs(model);
      default -> throw other("model.type", "WordLevel or BPE", model.path("type"));
    };
  }

  private Tokenizer words(JsonNode model) {
    String unknown = model.path("unk_token").asText("");
    Map<String, Integer> vocabulary = vocabulary(model);
    if (!vocabulary.containsKey(unknown)) {
      throw other("model.unk_token", "a token of vocab", model.path("unk_token"));
    }
    kind("pre_tokenizer", "Whitespace");
    JsonNode normalizer = file.path("normalizer");
    boolean lowers = !isNone(normalizer);
    if (lowers) {
      kind("normalizer", "Lowercase");
    }
    return new WordTokenizer(vocabulary, unknown, lowers);
  }

  private Tokenizer pairs(JsonNode model) {
    checkNone("normalizer", "");
    kind("pre_tokenizer", "ByteLevel");
    for (String part : List.of("dropout", "continuing_subword_prefix", "end_of_word_suffix")) {
      JsonNode value = model.path(part);
      if (!isNone(value) && !value.asText().isEmpty()) {
        throw other("model." + part, "null", value);
      }
    }
    for (String part : List.of("byte_fallback", "ignore_merges")) {
      if (model.path(part).asBoolean(false)) {
        throw other("model." + part, "false", model.path(part));
      }
    }
    JsonNode cut = file.path("pre_tokenizer");
    return new BytePairTokenizer(
        vocabulary(model),
        merges(model),
        cut.path("use_regex").asBoolean(true),
        cut.path("add_prefix_space").asBoolean(true));
  }

  private List<BytePairTokenizer.Merge> merges(JsonNode model) {
    List<BytePairTokenizer.Merge> merges = new ArrayList<>();
    for (JsonNode merge : model.path("merges")) {
      List<String> parts = new ArrayList<>();
      if (merge.isArray()) {
        merge.forEach(part -> parts.add(part.asText()));
      } else {
        parts.addAll(List.of(merge.asText().split(" ", -1)));
      }
      if (parts.size() != 2) {
        throw other("model.merges[" + merges.size() + "]", "two tokens", merge);
      }
      merges.add(new BytePairTokenizer.Merge(parts.get(0), parts.get(1)));
    }
    return merges;
  }

  private Map<String, Integer> vocabulary(JsonNode model) {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    model
        .path("vocab")
        .properties()
        .forEach(each -> add(each.getKey(), each.getValue(), vocabulary));
    file.path("added_tokens")
        .forEach(each -> add(each.path("content").asText(), each.path("id"), vocabulary));
    if (vocabulary.isEmpty()) {
      throw other("model.vocab", "tokens and their ids", model.path("vocab"));
    }
    Set<Integer> ids = new HashSet<>(vocabulary.values());
    if (ids.size() < vocabulary.size()) {
      throw new InputException(
          where + " model.vocab", "an id for each token", "one id twice", "correct the file");
    }
    return vocabulary;
  }

  private void add(String token, JsonNode id, Map<String, Integer> vocabulary) {
    if (!id.isInt() || id.asInt() < 0 || id.asInt() >= MOST_TOKENS) {
      throw other("model.vocab", "ids from 0 to " + (MOST_TOKENS - 1), id);
    }
    vocabulary.put(token, id.asInt());
  }

  /** Marks such as the end of a text are no part of what a user wrote. */
  private void checkAddedTokens() {
    for (JsonNode token : file.path("added_tokens")) {
      if (!token.path("special").asBoolean(false)) {
        throw other("added_tokens", "special tokens alone", token.path("content"));
      }
    }
  }

  private void kind(String part, String kind) {
    JsonNode found = file.path(part).path("type");
    if (!found.asText().equals(kind)) {
      throw other(part + ".type", kind, found);
    }
  }

  /** Refuses a part that is there, unless it is one that changes no ids. */
  private void checkNone(String part, String harmless) {
    JsonNode found = file.path(part);
    if (!isNone(found) && !found.path("type").asText().equals(harmless)) {
      throw other(part, "null", found.path("type"));
    }
  }

  private static boolean isNone(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private InputException other(String field, String expected, JsonNode found) {
    String text = found.isMissingNode() ? "none" : found.toString();
    return new InputException(
        where + " " + field,
        expected,
        text.length() > 40 ? text.substring(0, 40) + "..." : text,
        "give a file of that kind, or leave out tokenizer-file to learn one from the data");
  }
}
