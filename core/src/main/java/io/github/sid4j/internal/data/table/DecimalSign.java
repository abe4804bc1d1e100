package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What separates the whole part of a number from its fraction. */
public enum DecimalSign {
  /** As in {@code 4.90}. */
  @JsonProperty("point")
  POINT('.'),
  /** As in {@code 4,90}. */
  @JsonProperty("comma")
  COMMA(',');

  private final char sign;

  DecimalSign(char sign) {
    this.sign = sign;
  }

  char sign() {
    return sign;
  }

  DecimalSign other() {
    return this == POINT ? COMMA : POINT;
  }

  /**
   * Its name in settings and files.
   *
   * @return {@code point} or {@code comma}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
