package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;
import java.util.stream.Collectors;

/** What columns are for, as texts such as {@code zip=category}; an empty text is none. */
public record ColumnUsesType() implements SettingType<List<String>> {
  private static final TextType TEXT = new TextType();
  private static final List<String> USES = List.of("number", "category", "text", "image", "drop");

  @Override
  public List<String> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> uses =
        new QuotedList(text, true).entries().stream().map(ColumnUsesType::checked).toList();
    if (uses.stream().map(ColumnUsesType::name).distinct().count() < uses.size()) {
      throw new IllegalArgumentException("a column is there twice");
    }
    return uses;
  }

  private static String checked(String text) {
    int at = text.lastIndexOf('=');
    String use = text.substring(at + 1).strip();
    if (at < 0 || !USES.contains(use)) {
      throw new IllegalArgumentException("not a column and a use: " + text);
    }
    return TEXT.parse(text.substring(0, at)) + "=" + use;
  }

  private static String name(String use) {
    return use.substring(0, use.lastIndexOf('='));
  }

  @Override
  public String format(List<String> value) {
    return QuotedList.format(value);
  }

  @Override
  public String join(List<String> entries) {
    // Entries of a file may have quotes already, as on the command line.
    return entries.stream()
        .map(entry -> entry.startsWith("\"") ? entry : QuotedList.quoted(entry))
        .collect(Collectors.joining(","));
  }

  @Override
  public String expected() {
    return "columns with number, category, text, image or drop, as in \"age=number,id=drop\", each once";
  }

  @Override
  public String placeholder() {
    return "NAME=USE,NAME=USE";
  }

  @Override
  public boolean several() {
    return true;
  }
}
