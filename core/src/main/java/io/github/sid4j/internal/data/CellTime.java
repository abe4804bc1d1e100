package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.table.CellFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Cells that say when something was. */
final class CellTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern(
          "uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS]][XXX][X]", Locale.ROOT);

  private CellTime() {}

  /**
   * The time of a cell, by which rows are ordered.
   *
   * @param cell a number, or a date of ISO 8601, perhaps with a time of day (UTC where no offset is
   *     given)
   * @param cells how numbers are written
   * @return a number, or seconds since 1970; empty if the cell is neither
   */
  static Optional<Double> of(String cell, CellFormat cells) {
    double number = cells.number(cell);
    if (!Double.isNaN(number)) {
      return Optional.of(number);
    }
    try {
      TemporalAccessor time =
          FORM.parseBest(
              CellText.stripped(cell), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(seconds(time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static double seconds(TemporalAccessor time) {
    LocalDateTime utc =
        time instanceof OffsetDateTime at
            ? at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
            : time instanceof LocalDateTime at ? at : LocalDate.from(time).atStartOfDay();
    return utc.toInstant(ZoneOffset.UTC).toEpochMilli() / 1000.0;
  }
}
