package io.github.sid4j.internal.report;

import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * An entry with what its folder holds.
 *
 * @param number from 1, in the order of the entries
 * @param entry as it was given
 * @param state how far it got
 * @param remark on a run that is not finished: why, or where it is; else empty
 */
record ReportedRun(
    int number,
    Entry entry,
    State state,
    String remark,
    Optional<Settings> settings,
    Optional<Provenance> provenance,
    List<EpochMetrics> epochs,
    Optional<RunResult> result,
    Optional<ExampleBeliefs> beliefs,
    Optional<TestGallery> gallery,
    Optional<ProbeResult> probe) {
  /** How far a run got. */
  enum State {
    FINISHED("finished"),
    RUNNING("running"),
    STOPPED("stopped"),
    WAITING("waiting"),
    FAILED("failed"),
    UNDEFINED("undefined");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    private static State of(NoResult.Kind kind) {
      return switch (kind) {
        case FAILED -> FAILED;
        case UNDEFINED -> UNDEFINED;
      };
    }
  }

  /** One without a folder to read. */
  static ReportedRun absent(int number, Entry entry) {
    return new ReportedRun(
        number,
        entry,
        entry.noResult().map(NoResult::kind).map(State::of).orElse(State.WAITING),
        entry.noResult().map(NoResult::reason).orElse("not run yet"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The place on the page that shows it. */
  String id() {
    return "run-" + number;
  }

  /** Whether every module was trained to answer; unknown methods are taken to do so. */
  boolean everyModuleAnswers() {
    return settings.map(Settings::everyModuleAnswers).orElse(true);
  }

  /** As {@link ChosenEpoch#isLast}; what is not known is taken to be otherwise. */
  boolean keepsLast() {
    return settings.map(ChosenEpoch::isLast).orElse(false);
  }

  /** Of something of each module that of those that were trained to answer. */
  <T> List<T> answering(List<T> modules) {
    return everyModuleAnswers() || modules.isEmpty()
        ? modules
        : modules.subList(modules.size() - 1, modules.size());
  }

  Optional<EpochMetrics> lastEpoch() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }
}
