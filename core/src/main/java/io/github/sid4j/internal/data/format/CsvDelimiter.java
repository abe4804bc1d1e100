package io.github.sid4j.internal.data.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What separates the cells of a row. */
public enum CsvDelimiter {
  /** {@code ,}. */
  @JsonProperty("comma")
  COMMA(','),
  /** {@code ;}. */
  @JsonProperty("semicolon")
  SEMICOLON(';'),
  /** The tab character. */
  @JsonProperty("tab")
  TAB('\t'),
  /** {@code |}. */
  @JsonProperty("pipe")
  PIPE('|');

  private final char sign;

  CsvDelimiter(char sign) {
    this.sign = sign;
  }

  /**
   * The character itself.
   *
   * @return for example {@code ;}
   */
  public char sign() {
    return sign;
  }

  /**
   * Its name in settings and files.
   *
   * @return for example {@code semicolon}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
