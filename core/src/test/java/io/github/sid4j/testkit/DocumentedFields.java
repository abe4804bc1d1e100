package io.github.sid4j.testkit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of fields in a document, and what they should be. */
public final class DocumentedFields {
  private static final Pattern HEADING = Pattern.compile("<!-- fields of (\\w+) -->");
  private static final Pattern FIELD = Pattern.compile("\\| `(\\w+)` \\|.*");

  private DocumentedFields() {}

  /** The names in JSON of the records' fields, by record, all in order. */
  public static Map<String, List<String>> of(List<Class<?>> records) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Class<?> record : records) {
      tables.put(record.getSimpleName(), record.isRecord() ? components(record) : order(record));
    }
    return tables;
  }

  private static List<String> components(Class<?> record) {
    return Stream.of(record.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> new SnakeCaseStrategy().translate(name))
        .toList();
  }

  /** Of a class that says itself what its fields are. */
  private static List<String> order(Class<?> type) {
    return List.of(type.getAnnotation(JsonPropertyOrder.class).value());
  }

  /** The fields that a document names, by record, all in order. */
  public static Map<String, List<String>> in(Path document) throws IOException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    List<String> table = new ArrayList<>();
    for (String line : Files.readAllLines(document)) {
      Matcher heading = HEADING.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (heading.matches()) {
        table = new ArrayList<>();
        tables.put(heading.group(1), table);
      } else if (line.startsWith("#")) {
        table = new ArrayList<>();
      } else if (field.matches()) {
        table.add(field.group(1));
      }
    }
    return tables;
  }
}
