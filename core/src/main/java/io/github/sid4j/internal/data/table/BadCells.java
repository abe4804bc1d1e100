package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What happens to a cell of a column of numbers that holds neither a number nor a missing mark. */
public enum BadCells {
  /** The file is refused. */
  @JsonProperty("error")
  ERROR,
  /** It counts as missing, and is reported. */
  @JsonProperty("missing")
  MISSING;

  /**
   * Its name in settings and files.
   *
   * @return {@code error} or {@code missing}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
