package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.SettingType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Integers, each from 1 to a limit, separated by commas; an empty text is an empty list.
 *
 * @param noun what they are, in the plural
 * @param most the limit of each, and of how many there are
 */
public record IntegerListType(String noun, int most) implements SettingType<List<Integer>> {
  @Override
  public List<Integer> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    SettingType<Integer> integer = NumberType.integers(Range.atLeast(1).atMost(most));
    List<Integer> values = Arrays.stream(text.split(",", -1)).map(integer::parse).toList();
    if (values.size() > most) {
      throw new IllegalArgumentException("more than " + most + " of them");
    }
    return values;
  }

  @Override
  public String format(List<Integer> value) {
    return value.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public String expected() {
    return "%s of at least 1 and at most %s, separated by commas".formatted(noun, most);
  }

  @Override
  public String placeholder() {
    return "N,N";
  }

  @Override
  public boolean several() {
    return true;
  }
}
