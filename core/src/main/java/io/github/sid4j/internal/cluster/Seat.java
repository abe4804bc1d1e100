package io.github.sid4j.internal.cluster;

import io.github.sid4j.error.InputException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process of a run this is.
 *
 * @param rank from 0, which is the one that keeps the run
 * @param size how many processes there are, at least 2
 * @param place where they meet
 * @param attempt how often a launcher has started them before
 */
public record Seat(int rank, int size, MeetingPlace place, int attempt) {
  /** The variable that says all at once, before those of any launcher. */
  public static final String VARIABLE = "SID_SEAT";

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,6})/(\\d{1,6})@(?:file:(.+?)|(.+):(\\d{1,5}))(?:#(\\d{1,9}))?");

  /** Checks the numbers. */
  public Seat {
    if (size < 2 || rank < 0 || rank >= size) {
      throw new InputException(
          "the seat of this process",
          "a rank of 0 to %s, of at least 2 processes".formatted(Math.max(1, size - 1)),
          "rank %s of %s".formatted(rank, size),
          "correct the variables that the launcher sets");
    }
  }

  /**
   * Reads it from the variables that launchers set.
   *
   * @param environment of the process
   * @return empty if no launcher started it, or as the only process
   * @throws InputException if a launcher said half of what is needed
   */
  public static Optional<Seat> of(Map<String, String> environment) {
    String text = environment.get(VARIABLE);
    return text != null ? Optional.of(parse(text)) : Launchers.seat(environment);
  }

  /**
   * The variables by which a process finds its seat; one that is started without them is alone.
   *
   * @return their names, those of all launchers
   */
  public static Set<String> variables() {
    Set<String> names = new HashSet<>(Launchers.variables());
    names.add(VARIABLE);
    return names;
  }

  /**
   * How many processes a launcher started on this machine.
   *
   * @param environment of the process
   * @return at least 1, also where no launcher says it
   */
  public static int neighbours(Map<String, String> environment) {
    return Launchers.here(environment);
  }

  /**
   * Reads the text form.
   *
   * @param text for example {@code 1/4@node7:29500}, or {@code 1/4@file:/tmp/meeting}
   * @throws InputException if it is none
   */
  public static Seat parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InputException(
          VARIABLE,
          "RANK/SIZE@HOST:PORT or RANK/SIZE@file:PATH",
          text,
          "correct the variable or unset it");
    }
    MeetingPlace place =
        parts.group(3) != null
            ? new MeetingPlace.InFile(Path.of(parts.group(3)))
            : new MeetingPlace.BehindPort(
                parts.group(4), Launchers.port(VARIABLE, parts.group(5)), false);
    return new Seat(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        place,
        parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6)));
  }

  /** The text form, which {@link #parse} reads. */
  public String text() {
    return "%s/%s@%s#%s".formatted(rank, size, place, attempt);
  }
}
