package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be compared, as a file says it.
 *
 * @param name of the comparison
 * @param text of the file
 * @param settings common to all runs
 * @param runs the settings of each, by label, in the file's order
 * @param grid the values of each axis, by setting
 * @param seeds each once
 * @param search for settings that suit each run
 * @param keepsUndefined whether what the settings' rules refuse is kept as a result
 * @param memory of a cell in bytes, before any has been measured
 */
public record Spec(
    String name,
    String text,
    List<Assignment> settings,
    Map<String, List<Assignment>> runs,
    Map<String, List<Assignment>> grid,
    List<Long> seeds,
    Optional<Search> search,
    boolean keepsUndefined,
    long memory) {
  /**
   * A search with the same number of candidates for each run.
   *
   * @param seed of its runs
   * @param settings that its runs have before all others, such as fewer epochs
   * @param candidates the settings to choose from, by the label of the run
   */
  public record Search(
      long seed, List<Assignment> settings, Map<String, List<List<Assignment>>> candidates) {}

  /**
   * Reads a file. Names and values are right when it returns; whether they agree with each other is
   * seen when the cells are made.
   *
   * @param file YAML, see {@code docs/guides/compare.md}
   * @return what it says
   * @throws InputException if it is no such file
   * @throws IOException if reading fails
   */
  public static Spec read(Path file) throws IOException {
    return new SpecReader(file).read();
  }
}
