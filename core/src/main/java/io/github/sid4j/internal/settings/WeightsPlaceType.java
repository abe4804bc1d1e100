package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.Optional;

/** Where pretrained weights are, or none, which is written as an empty text. */
public record WeightsPlaceType() implements SettingType<Optional<WeightsPlace>> {
  @Override
  public Optional<WeightsPlace> parse(String text) {
    // A control character is a mistake, and would not fit on the one line of a message.
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a place");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(WeightsPlace.of(text));
  }

  @Override
  public String format(Optional<WeightsPlace> value) {
    return value.map(WeightsPlace::toString).orElse("");
  }

  @Override
  public String expected() {
    return "a file of safetensors, hf:ORG/NAME or an https address";
  }

  @Override
  public String placeholder() {
    return "FILE|hf:ORG/NAME|URL";
  }
}
