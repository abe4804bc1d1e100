package io.github.sid4j.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers of a sentence, and whether an experiment has them. */
final class StatedNumbers {
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+|\\d+(?= %)");

  private StatedNumbers() {}

  /** Numbers with decimals, and shares in per cent. */
  static List<String> of(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Whether a table has a number that rounds to this one, or a text or heading that has it. */
  static boolean isIn(Experiment experiment, String number) {
    return experiment.tables().stream().anyMatch(table -> isIn(table, number));
  }

  private static boolean isIn(ResultTable table, String number) {
    BigDecimal wanted = new BigDecimal(number);
    return table.columns().stream().anyMatch(column -> of(column.name()).contains(number))
        || table.rows().stream().flatMap(List::stream).anyMatch(value -> isIn(value, wanted));
  }

  private static boolean isIn(JsonNode value, BigDecimal wanted) {
    if (value.isArray()) {
      return value.valueStream().anyMatch(element -> isIn(element, wanted));
    }
    return value.isNumber()
        ? rounded(value, wanted).compareTo(wanted) == 0
        : value.asText().contains(wanted.toPlainString());
  }

  private static BigDecimal rounded(JsonNode value, BigDecimal like) {
    return value.decimalValue().abs().setScale(like.scale(), RoundingMode.HALF_UP);
  }
}
