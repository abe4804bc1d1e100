package io.github.sid4j.internal.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** What belongs to an optimizer: rates of one mean nothing to another. */
  private static final Set<String> OF_OPTIMIZER =
      Set.of(
          "optimizer",
          "lr",
          "lr-unit",
          "norm-bias-lr-factor",
          "momentum",
          "nesterov",
          "weight-decay",
          "fixed-norm",
          "rest-optimizer",
          "rest-lr",
          "head-optimizer",
          "head-lr");

  /** What belongs to a course of the rate. */
  private static final Set<String> OF_SCHEDULE =
      Set.of("schedule", "warmup", "schedule-start", "schedule-peak", "schedule-end");

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

  /**
   * What is left of it next to what was given. Of its optimizer nothing is where another one was
   * given, and of its schedule nothing where another one, a warm-up or milestones were.
   *
   * @param given texts by setting
   * @return its texts without those that belong to what was replaced
   */
  public Map<String, String> besides(Map<String, String> given) {
    Map<String, String> texts = texts();
    if (isOther(given, "optimizer")) {
      texts.keySet().removeAll(OF_OPTIMIZER);
    }
    if (isOther(given, "schedule") || isOther(given, "warmup") || isOther(given, "milestones")) {
      texts.keySet().removeAll(OF_SCHEDULE);
    }
    return texts;
  }

  private boolean isOther(Map<String, String> given, String setting) {
    return given.containsKey(setting) && !given.get(setting).equals(texts().get(setting));
  }
}
