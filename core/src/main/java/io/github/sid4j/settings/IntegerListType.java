package io.github.sid4j.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Integers, each from 1, separated by commas; an empty text is an empty list. */
record IntegerListType(String noun) implements SettingType<List<Integer>> {
  @Override
  public List<Integer> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    SettingType<Integer> integer = NumberType.integers(Range.atLeast(1));
    return Arrays.stream(text.split(",", -1)).map(integer::parse).toList();
  }

  @Override
  public String format(List<Integer> value) {
    return value.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public String expected() {
    return noun + " of at least 1, separated by commas";
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
