package io.github.sid4j.internal.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON part of a safetensors file.
 *
 * @param entries in the order of the header
 * @param metadata free text by name
 */
record SafetensorsHeader(List<TensorEntry> entries, Map<String, String> metadata) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  static SafetensorsHeader parse(Path file, byte[] header) throws IOException {
    String where = file + " header";
    try (JsonParser json = MAPPER.createParser(text(where, header))) {
      return parse(where, json);
    } catch (JsonProcessingException e) {
      long place = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw damage(where + " character " + place, "JSON", e.getOriginalMessage());
    }
  }

  private static SafetensorsHeader parse(String where, JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw damage(where, "a JSON object", String.valueOf(json.currentToken()));
    }
    List<TensorEntry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    // Entry by entry: a tree of the longest header allowed would take gigabytes.
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      JsonNode value = json.readValueAsTree();
      if (name.equals(Safetensors.METADATA)) {
        readMetadata(where, value, metadata);
      } else {
        entries.add(new EntryParser(where + " tensor " + name, value).parse(name));
      }
    }
    if (json.nextToken() != null) {
      throw damage(where, "nothing but spaces behind the object", json.currentToken().toString());
    }
    return new SafetensorsHeader(entries, metadata);
  }

  private static void readMetadata(String where, JsonNode value, Map<String, String> metadata) {
    if (!value.isObject()) {
      throw damage(where + " " + Safetensors.METADATA, "an object of texts", kind(value));
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!entry.getValue().isTextual()) {
        throw damage(
            where + " " + Safetensors.METADATA + " " + entry.getKey(),
            "a text",
            kind(entry.getValue()));
      }
      metadata.put(entry.getKey(), entry.getValue().textValue());
    }
  }

  /** Strictly UTF-8, where Jackson would let some wrong bytes pass. */
  private static String text(String where, byte[] header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      throw damage(where, "UTF-8", "bytes that are not");
    }
  }

  static String kind(JsonNode value) {
    return value.getNodeType().toString().toLowerCase(Locale.ROOT);
  }

  static InputException damage(String where, String expected, String found) {
    return new InputException(
        where, expected, found, "the file is damaged or of another format, copy it again");
  }

  /** Reads {@code {"dtype": ..., "shape": [...], "data_offsets": [begin, end]}}. */
  private record EntryParser(String where, JsonNode value) {
    private static final List<String> FIELDS = List.of("dtype", "shape", "data_offsets");

    TensorEntry parse(String name) {
      if (!value.isObject()) {
        throw damage(where, "an object", kind(value));
      }
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        // Something unknown could change the meaning of the rest.
        if (!FIELDS.contains(field.getKey())) {
          throw damage(where, "only " + FIELDS, field.getKey());
        }
      }
      String type = value.path("dtype").asText();
      ElementType elementType =
          ElementType.named(type)
              .orElseThrow(
                  () ->
                      damage(
                          where + " dtype",
                          "one of " + Arrays.toString(ElementType.values()),
                          type.isEmpty() ? "none" : type));
      long[] offsets = numbers("data_offsets");
      if (offsets.length != 2) {
        throw damage(where + " data_offsets", "2 numbers", offsets.length + " numbers");
      }
      return new TensorEntry(name, elementType, numbers("shape"), offsets[0], offsets[1]);
    }

    private long[] numbers(String field) {
      JsonNode list = value.path(field);
      if (!list.isArray()) {
        throw damage(where + " " + field, "a list of whole numbers", kind(list));
      }
      long[] numbers = new long[list.size()];
      for (int i = 0; i < numbers.length; i++) {
        JsonNode number = list.get(i);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
          throw damage(where + " " + field, "whole numbers from 0 to 2^63 - 1", number.toString());
        }
        numbers[i] = number.asLong();
      }
      return numbers;
    }
  }
}
