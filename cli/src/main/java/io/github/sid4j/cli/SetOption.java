package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.settings.Assignment;

/** Settings that are given as {@code --set key=value}. */
final class SetOption {
  private static final String FLAG = "--set";

  private SetOption() {}

  /**
   * Reads a pair.
   *
   * @throws InputException without a {@code =}
   */
  static Assignment read(String pair) {
    int at = pair.indexOf('=');
    if (at < 0) {
      throw new InputException(
          FLAG, "key=value", Shown.text(pair), "write it like " + FLAG + " batch=64");
    }
    Assignment given = Assignment.of(pair);
    return new Assignment(given.name(), given.text(), FLAG + " " + Shown.plain(given.name()));
  }
}
