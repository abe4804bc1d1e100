package io.github.sid4j.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.BuildInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What exported files say of a model in words. */
final class Metadata {
  private Metadata() {}

  /** Where the file came from. */
  static Map<String, String> origin() {
    BuildInfo build = BuildInfo.load();
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("sid4j_version", build.version());
    origin.put("sid4j_commit", build.commit());
    return origin;
  }

  static String classNames(List<String> names, int classes) {
    if (names.size() != classes) {
      throw new InputException(
          "class names",
          classes + " of them",
          Integer.toString(names.size()),
          "give one for each class");
    }
    return json(names);
  }

  private static String json(List<String> texts) {
    try {
      return new JsonMapper().writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts cannot be written as JSON", e);
    }
  }
}
