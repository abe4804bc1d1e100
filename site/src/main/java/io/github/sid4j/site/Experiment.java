package io.github.sid4j.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was measured in an experiment: the numbers of one page of results.
 *
 * @param question that it asks
 * @param answer in one or two sentences; its numbers are in the tables
 * @param n what the answer rests on: seeds, unless it says otherwise
 * @param tables in the order of the page
 * @param charts of these tables
 */
record Experiment(
    String question, String answer, String n, List<ResultTable> tables, List<ResultChart> charts) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  static Experiment read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Experiment.class);
  }

  /** Names of experiments in the order of the index. */
  static List<String> order(Path file) throws IOException {
    JsonNode list = JSON.readTree(file.toFile());
    return list.valueStream().map(JsonNode::asText).toList();
  }

  ResultTable table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no table " + name));
  }
}
