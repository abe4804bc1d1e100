package io.github.sid4j.settings;

import java.util.Arrays;
import java.util.List;

/** Short texts without commas, each once, separated by commas; an empty text is an empty list. */
record TextListType(String noun) implements SettingType<List<String>> {
  private static final TextType TEXT = new TextType();

  @Override
  public List<String> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> texts =
        Arrays.stream(text.split(",", -1)).map(String::strip).map(TEXT::parse).toList();
    if (texts.stream().distinct().count() < texts.size()) {
      throw new IllegalArgumentException("one is there twice");
    }
    return texts;
  }

  @Override
  public String format(List<String> value) {
    return String.join(",", value);
  }

  @Override
  public String expected() {
    return noun + ", each once, separated by commas";
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
