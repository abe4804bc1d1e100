package io.github.sid4j.internal.formats.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.internal.formats.shard.Damage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the library {@code datasets} of Hugging Face writes next to the columns of a Parquet file.
 *
 * @param images columns that are images
 * @param classes the names of the classes of columns that have numbers of classes
 */
public record HuggingFaceFeatures(List<String> images, Map<String, List<String>> classes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the value of the key {@code huggingface}.
   *
   * @param metadata may be null
   * @param where the file, for messages
   */
  static HuggingFaceFeatures of(String metadata, String where) {
    List<String> images = new ArrayList<>();
    Map<String, List<String>> classes = new LinkedHashMap<>();
    if (metadata != null) {
      read(metadata, where)
          .path("info")
          .path("features")
          .properties()
          .forEach(
              feature -> {
                String type = feature.getValue().path("_type").asText();
                if (type.equals("Image")) {
                  images.add(feature.getKey());
                } else if (type.equals("ClassLabel")) {
                  List<String> names = new ArrayList<>();
                  feature.getValue().path("names").forEach(name -> names.add(name.asText()));
                  classes.put(feature.getKey(), names);
                }
              });
    }
    return new HuggingFaceFeatures(List.copyOf(images), Map.copyOf(classes));
  }

  private static JsonNode read(String metadata, String where) {
    try {
      return JSON.readTree(metadata);
    } catch (JsonProcessingException e) {
      throw Damage.of(where + " metadata huggingface", "JSON", e);
    }
  }
}
