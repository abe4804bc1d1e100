package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.SettingType;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Numbers within a range. */
public record NumberType<T extends Number>(
    String noun, String placeholder, Function<String, T> reader, Range range)
    implements SettingType<T> {
  // Double.parseDouble alone would also take "1d", "0x1p3" and "NaN".
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,100}(\\.\\d{0,100})?|\\.\\d{1,100})([eE][+-]?\\d{1,3})?");

  public static NumberType<Integer> integers(Range range) {
    return new NumberType<>("an integer", "N", Integer::valueOf, range);
  }

  public static NumberType<Long> longs(Range range) {
    return new NumberType<>("an integer", "N", Long::valueOf, range);
  }

  public static NumberType<Double> decimals(Range range) {
    return new NumberType<>("a number", "NUMBER", NumberType::decimal, range);
  }

  public static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a decimal number: " + text);
    }
    // The sum makes an ordinary zero of a negative one.
    return Double.parseDouble(text) + 0.0;
  }

  @Override
  public T parse(String text) {
    T value = reader.apply(text.strip());
    if (!range.contains(value.doubleValue())) {
      throw new IllegalArgumentException("out of range: " + text);
    }
    return value;
  }

  @Override
  public String format(T value) {
    return value instanceof Double number ? Range.text(number) : value.toString();
  }

  @Override
  public String expected() {
    return noun + " " + range.words();
  }
}
