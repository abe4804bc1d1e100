package io.github.sid4j.internal.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration over its seeds.
 *
 * @param run the label in the specification
 * @param varying the settings that differ between configurations, those of the search included
 * @param cells how many it has, one for each seed
 * @param done how many of them the numbers are from
 * @param failed how many failed
 * @param undefined how many are not defined
 * @param validationBest validation accuracy of the best epoch; {@code null} without any, as the
 *     others
 * @param testBest test accuracy with the weights of the best epoch
 * @param testLast test accuracy with the weights of the last epoch
 * @param balancedAccuracy mean recall of the test part's classes, with the weights of the best
 *     epoch
 * @param macroF1 mean F1 of the classes, likewise
 * @param wallSeconds of a run
 * @param peakRssBytes the highest of all its runs
 */
public record SeedSummary(
    String run,
    Map<String, String> varying,
    int cells,
    int done,
    int failed,
    int undefined,
    Moments validationBest,
    Moments testBest,
    Moments testLast,
    Moments balancedAccuracy,
    Moments macroF1,
    Moments wallSeconds,
    Long peakRssBytes) {
  /** Of the cells of one configuration, at least one. */
  static SeedSummary of(List<CellResult> cells) {
    CellResult first = cells.get(0);
    List<CellResult> done = cells.stream().filter(cell -> cell.state().equals("done")).toList();
    return new SeedSummary(
        first.run(),
        first.varying(),
        cells.size(),
        done.size(),
        count(cells, "failed"),
        count(cells, "undefined"),
        Moments.of(done, cell -> cell.validationAccuracy().best()),
        Moments.of(done, cell -> cell.testAccuracy().best()),
        Moments.of(done, cell -> cell.testAccuracy().last()),
        Moments.of(done, CellResult::balancedAccuracy),
        Moments.of(done, CellResult::macroF1),
        Moments.of(done, CellResult::wallSeconds),
        done.stream()
            .map(CellResult::peakRssBytes)
            .filter(Objects::nonNull)
            .max(Long::compare)
            .orElse(null));
  }

  private static int count(List<CellResult> cells, String state) {
    return (int) cells.stream().filter(cell -> cell.state().equals(state)).count();
  }
}
