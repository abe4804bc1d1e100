package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.List;

/**
 * Short texts, each once, separated by commas as in a line of CSV: one that has a comma, a double
 * quote or a blank at its ends stands in double quotes, and a quote in it is doubled. An empty text
 * is an empty list.
 */
public record TextListType(String noun) implements SettingType<List<String>> {
  private static final int LIMIT = 200;

  @Override
  public List<String> parse(String text) {
    List<String> texts = new QuotedList(text).entries();
    texts.forEach(TextListType::check);
    if (texts.stream().distinct().count() < texts.size()) {
      throw new IllegalArgumentException("one is there twice");
    }
    return texts;
  }

  /** Names of folders and cells may have any characters, but half a pair fits into no file. */
  private static void check(String text) {
    boolean half =
        text.codePoints()
            .anyMatch(
                character ->
                    character <= Character.MAX_VALUE && Character.isSurrogate((char) character));
    if (text.isEmpty() || text.length() > LIMIT || half) {
      throw new IllegalArgumentException("not a short text");
    }
  }

  @Override
  public String format(List<String> value) {
    return QuotedList.format(value);
  }

  @Override
  public String join(List<String> entries) {
    return format(entries);
  }

  @Override
  public String expected() {
    return noun + ", each once, separated by commas; one with a comma in double quotes";
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
