package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the inputs of a network for tables are, in their order: {@code number-4} is four numbers,
 * {@code category-9} a category among nine, {@code plain-2} two inputs that are read as they are.
 * An empty text is none.
 */
public record FieldsType() implements SettingType<List<String>> {
  private static final Pattern FIELD = Pattern.compile("(number|category|plain)-[1-9][0-9]{0,6}");

  /** Columns of a table make no more. */
  private static final int MOST = Limits.WIDTH;

  @Override
  public List<String> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> fields = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (fields.size() > MOST || !fields.stream().allMatch(f -> FIELD.matcher(f).matches())) {
      throw new IllegalArgumentException("no fields: " + text);
    }
    return fields;
  }

  @Override
  public String format(List<String> value) {
    return String.join(",", value);
  }

  @Override
  public String expected() {
    return "fields such as \"number-4,category-9,plain-2\"";
  }

  @Override
  public String placeholder() {
    return "FIELD,FIELD";
  }

  @Override
  public boolean several() {
    return true;
  }
}
