package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.SettingType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the inputs of a sample are, in their order: {@code table-12} has twelve numbers, {@code
 * text-40} up to forty tokens, {@code image-3x32x32} channels, rows and columns. An empty text is
 * none.
 */
public record InputsType() implements SettingType<List<String>> {
  private static final String SIZE = "[1-9][0-9]{0,6}";
  private static final Pattern INPUT =
      Pattern.compile("(table|text)-%1$s|image-%1$sx%1$sx%1$s".formatted(SIZE));

  private static final int MOST = 64;

  @Override
  public List<String> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> inputs = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (inputs.size() > MOST || !inputs.stream().allMatch(one -> INPUT.matcher(one).matches())) {
      throw new IllegalArgumentException("no inputs: " + text);
    }
    return inputs;
  }

  @Override
  public String format(List<String> value) {
    return String.join(",", value);
  }

  @Override
  public String expected() {
    return "at most %s inputs such as \"table-12,text-40,image-3x32x32\"".formatted(MOST);
  }

  @Override
  public String placeholder() {
    return "INPUT,INPUT";
  }

  @Override
  public boolean several() {
    return true;
  }
}
