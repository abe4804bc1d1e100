package io.github.sid4j.internal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.checkpoint.JsonDamage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON form of this package's records: their names in snake case, in the order of their
 * declaration. A number that is not finite is written as {@code null}, which is read as NaN where a
 * number must be. Fields that are not known are passed over, since a newer version may have written
 * them.
 */
public final class RunJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(FiniteNumbers.module())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .annotationIntrospector(new OptionalFieldIntrospector())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private RunJson() {}

  /**
   * Writes a record to a file of its own, for people to read, whole or not at all.
   *
   * @param file replaced if it is there
   * @param record one of this package's
   * @throws IOException when the file cannot be written
   */
  public static void write(Path file, Record record) throws IOException {
    String text = text(record) + "\n";
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a record with many numbers to a file of its own as one line, whole or not at all.
   *
   * @param file replaced if it is there
   * @param record one of this package's
   * @throws IOException when the file cannot be written
   */
  public static void writeLine(Path file, Record record) throws IOException {
    String text = line(record) + "\n";
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a record that is of use for the moment only to a file of its own as one line, whole or
   * not at all, and without waiting for the medium.
   *
   * @param file replaced if it is there
   * @param record one of this package's
   * @throws IOException when the file cannot be written
   */
  public static void writeForNow(Path file, Record record) throws IOException {
    String text = line(record) + "\n";
    AtomicFiles.writeForNow(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The form that {@link #write} gives to a record.
   *
   * @param record with numbers, texts, and lists and records of them
   * @return several lines, without an end of the last
   */
  public static String text(Record record) {
    // Named line ends, so that the bytes are the same on every system.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(new RowIndenter(indenter));
    try {
      return MAPPER.writer(printer).writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of " + record, e);
    }
  }

  /**
   * Reads a record from a file of its own.
   *
   * @param file to read
   * @param type of the record, one of this package's
   * @param <T> of the record
   * @return the record
   * @throws InputException when there is no such file, or it lacks a field or has one of another
   *     type
   * @throws IOException when the file cannot be read
   */
  public static <T extends Record> T read(Path file, Class<T> type) throws IOException {
    try {
      return parse(file.toString(), Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "a file", "none", "name the folder of a run");
    }
  }

  /**
   * A record in one line.
   *
   * @param record with numbers, texts, and lists and records of them
   * @return without an end of the line
   */
  public static String line(Record record) {
    try {
      return MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of " + record, e);
    }
  }

  /**
   * Fields in one line.
   *
   * @param fields texts and numbers by their names, in order
   * @return without an end of the line
   */
  public static String line(Map<String, ?> fields) {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form of " + fields, e);
    }
  }

  static <T extends Record> T parse(String where, byte[] json, Class<T> type) {
    try {
      T record = MAPPER.readValue(json, type);
      if (record == null) {
        throw damaged(where, type, "null");
      }
      return record;
    } catch (IOException e) {
      String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
      throw damaged(where + field, type, JsonDamage.found(e));
    }
  }

  private static InputException damaged(String where, Class<?> type, String found) {
    return new InputException(
        where, "the JSON of " + words(type), found, "put back the file as the run wrote it");
  }

  /** The place as in {@code modules[0].train}, with a space in front. */
  private static String field(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? " " : ".").append(step.getFieldName());
      }
    }
    return place.toString();
  }

  /** As in {@code run result}. */
  private static String words(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
