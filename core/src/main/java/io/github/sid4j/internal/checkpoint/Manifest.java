package io.github.sid4j.internal.checkpoint;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last file of a checkpoint, {@code manifest.json}: what the others must be.
 *
 * @param formatVersion of the checkpoint's layout
 * @param step at which it was saved
 * @param files by name
 */
@JsonPropertyOrder({"format_version", "step", "files"})
record Manifest(int formatVersion, long step, SortedMap<String, Entry> files) {
  static final String NAME = "manifest.json";
  static final int FORMAT_VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * One file.
   *
   * @param bytes its size
   * @param sha256 of its contents, in lower-case hexadecimal
   */
  record Entry(long bytes, String sha256) {}

  Manifest {
    files = new TreeMap<>(files);
    if (files.containsValue(null)) {
      throw new IllegalArgumentException("a file without size and check sum");
    }
  }

  byte[] toJson() throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(this);
  }

  /**
   * Reads what a manifest holds.
   *
   * @throws InputException for any damage
   */
  static Manifest parse(Path file, byte[] json) {
    try {
      Manifest manifest = MAPPER.readValue(json, Manifest.class);
      if (manifest == null) {
        throw damaged(file, "null");
      }
      return manifest;
    } catch (IOException e) {
      throw damaged(file, JsonDamage.found(e));
    }
  }

  private static InputException damaged(Path file, String found) {
    return new InputException(file.toString(), "a checkpoint's manifest", found, "copy it again");
  }
}
