package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;

/** Names of columns in their order, each once; an empty text is none. */
public record ColumnNamesType() implements SettingType<List<String>> {
  private static final TextType TEXT = new TextType();

  @Override
  public List<String> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> names = new QuotedList(text).entries().stream().map(TEXT::parse).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("one is there twice");
    }
    return names;
  }

  @Override
  public String format(List<String> value) {
    return QuotedList.format(value);
  }

  @Override
  public String join(List<String> entries) {
    return QuotedList.format(entries);
  }

  @Override
  public String expected() {
    return "names of columns, each once, separated by commas, quoted where they have commas";
  }

  @Override
  public String placeholder() {
    return "NAME,NAME";
  }

  @Override
  public boolean several() {
    return true;
  }
}
