package io.github.sid4j.internal.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named set of settings that go together.
 *
 * @param name a word of the setting {@code recipe}
 * @param purpose what it is for
 * @param choices in the order in which they are shown
 */
public record Recipe(String name, String purpose, List<Choice> choices) {
  /**
   * What it says of one setting.
   *
   * @param setting its name
   * @param value its text
   * @param source where the value comes from
   */
  public record Choice(String setting, String value, String source) {}

  /** Keeps a copy that cannot be changed. */
  public Recipe {
    choices = List.copyOf(choices);
  }

  /** What it says, by setting. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    choices.forEach(choice -> texts.put(choice.setting(), choice.value()));
    return texts;
  }
}
