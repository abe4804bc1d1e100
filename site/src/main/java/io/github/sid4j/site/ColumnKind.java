package io.github.sid4j.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.StringJoiner;

/** How the values of a column are written. */
enum ColumnKind {
  /** A text, as it is. */
  @JsonProperty("text")
  TEXT,
  /** The number of seeds. A single run has a mark. */
  @JsonProperty("n")
  SEEDS,
  /**
   * A number; a list of two is mean and standard deviation, a list of three a difference with its
   * interval.
   */
  @JsonProperty("number")
  NUMBER,
  /** A difference; a list of three is one with its interval. */
  @JsonProperty("signed")
  SIGNED,
  /** Median, lower and upper quartile, or a median alone. */
  @JsonProperty("quartiles")
  QUARTILES,
  /** Numbers in order. */
  @JsonProperty("list")
  LIST;

  static final String SINGLE_RUN = "†";

  private static final int GROUPED_FROM = 10_000;

  String written(JsonNode value, int decimals) {
    if (value.isNull()) {
      return "";
    }
    return switch (this) {
      case TEXT -> value.asText();
      case SEEDS -> value.asInt() == 1 ? "1 " + SINGLE_RUN : value.asText();
      case LIST -> {
        StringJoiner text = new StringJoiner(", ");
        value.forEach(number -> text.add(plain(number.asDouble(), decimals)));
        yield text.toString();
      }
      case QUARTILES -> value.isArray() ? between(value, decimals, false) : number(value, decimals);
      case NUMBER -> several(value, decimals);
      case SIGNED ->
          value.isArray() ? between(value, decimals, true) : signed(value.asDouble(), decimals);
    };
  }

  private static String several(JsonNode value, int decimals) {
    return switch (value.size()) {
      case 0 -> number(value, decimals);
      case 2 -> number(value.get(0), decimals) + " ± " + number(value.get(1), decimals);
      case 3 -> between(value, decimals, true);
      default -> throw new IllegalArgumentException("one, two or three numbers: " + value);
    };
  }

  private static String between(JsonNode value, int decimals, boolean sign) {
    double first = value.get(0).asDouble();
    double low = value.get(1).asDouble();
    double high = value.get(2).asDouble();
    return sign
        ? "%s (%s to %s)"
            .formatted(signed(first, decimals), signed(low, decimals), signed(high, decimals))
        : "%s (%s to %s)"
            .formatted(plain(first, decimals), plain(low, decimals), plain(high, decimals));
  }

  private static String number(JsonNode value, int decimals) {
    return plain(value.asDouble(), decimals);
  }

  private static String signed(double value, int decimals) {
    return value < 0 ? plain(value, decimals) : "+" + plain(value, decimals);
  }

  static String plain(double value, int decimals) {
    String form = Math.abs(value) >= GROUPED_FROM ? "%,." : "%.";
    return String.format(Locale.ROOT, form + decimals + "f", value).replace('-', '−');
  }
}
