package io.github.sid4j.internal.compare;

import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.RunResult;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a cell.
 *
 * @param id names its folder
 * @param run the label in the specification
 * @param part {@code search} or {@code comparison}
 * @param varying the settings that differ between cells, by name
 * @param seed of the run
 * @param state {@code done}, {@code failed}, {@code undefined} or {@code waiting}
 * @param reason of a failure, or why it is undefined, in a line; else {@code null}
 * @param validationAccuracy {@code null} unless it is done
 * @param testAccuracy {@code null} unless it is done, and always in the search, which must not know
 * @param balancedAccuracy of the test part with the weights of the best epoch; {@code null}
 *     likewise, or where there is none
 * @param macroF1 likewise
 * @param epochs trained; {@code null} unless it is done, as all that follow
 * @param bestEpoch by validation accuracy
 * @param parameters number of trained values
 * @param wallSeconds of the run
 * @param peakRssBytes highest resident memory of its process
 * @param folder of the run, from that of the comparison
 * @param command makes the run again, in a folder of its own
 */
public record CellResult(
    String id,
    String run,
    String part,
    Map<String, String> varying,
    long seed,
    String state,
    String reason,
    Accuracies validationAccuracy,
    Accuracies testAccuracy,
    Double balancedAccuracy,
    Double macroF1,
    Integer epochs,
    Integer bestEpoch,
    Long parameters,
    Double wallSeconds,
    Long peakRssBytes,
    String folder,
    String command) {
  static CellResult of(Cell cell, CellState state) {
    Optional<RunResult> result = state.result();
    Optional<RunResult> tested = result.filter(known -> !cell.searching());
    Optional<ClassificationScores> scores =
        tested.map(RunResult::classification).map(Classification::best);
    return new CellResult(
        cell.id(),
        cell.run(),
        cell.searching() ? "search" : "comparison",
        cell.varying(),
        cell.seed(),
        state.status().name().toLowerCase(Locale.ROOT),
        state.reason().orElse(null),
        result.map(RunResult::validationAccuracy).orElse(null),
        tested.map(RunResult::testAccuracy).orElse(null),
        scores.map(ClassificationScores::balancedAccuracy).orElse(null),
        scores.map(ClassificationScores::macroF1).orElse(null),
        result.map(RunResult::epochs).orElse(null),
        result.map(RunResult::bestEpoch).orElse(null),
        result.map(RunResult::parameters).orElse(null),
        result.map(RunResult::wallSeconds).orElse(null),
        result.map(RunResult::peakRssBytes).orElse(null),
        Folders.name(cell),
        cell.command());
  }
}
