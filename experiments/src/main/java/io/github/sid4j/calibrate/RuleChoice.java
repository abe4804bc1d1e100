package io.github.sid4j.calibrate;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.statistics.Binomial;
import io.github.sid4j.internal.statistics.Normal;
import io.github.sid4j.internal.statistics.Samples;
import io.github.sid4j.predict.Calibration.Decision;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.ExitRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a rule for a goal so that the goal holds on new samples, not only on those of the
 * validation part: among two hundred rules some always do well by chance.
 *
 * <p>The rules of a kind are tried from the surest to the least sure, each against its bound, and
 * the first that fails ends the series (fixed-sequence testing; Angelopoulos et al., Learn then
 * Test, 2021). So the risk is not that of each rule, but that of all; the two kinds share it.
 */
final class RuleChoice {
  static final double CONFIDENCE = 0.95;

  /** What a rule must save of the multiplications; below it nobody would notice. */
  static final double LEAST_SAVING = 0.05;

  private static final double RISK = (1 - CONFIDENCE) / 2;
  private static final double ROUNDING = 1e-9;

  private final Goal goal;
  private final Bounds bounds;
  private final Trial full;
  private final List<List<Trial>> series;

  /**
   * Prepares the choice.
   *
   * @param full all modules
   * @param series the rules of each kind, from the least sure to the surest
   */
  RuleChoice(Goal goal, Trial full, List<List<Trial>> series) {
    this.goal = goal;
    this.bounds = new Bounds(goal, RISK);
    this.full = full;
    this.series = series;
  }

  /**
   * What was chosen.
   *
   * @param outcome of the rule
   * @param decision how sure it is
   */
  record Chosen(Outcome outcome, Decision decision) {}

  /**
   * Chooses.
   *
   * @throws InputException if no rule reaches the goal even on the validation part
   */
  Chosen choose() {
    if (all().noneMatch(bounds::isReached)) {
      throw unreachable();
    }
    return goal.kind() == Goal.Kind.BUDGET ? withinBudget() : leastCompute();
  }

  private Stream<Trial> all() {
    return Stream.concat(Stream.of(full), series.stream().flatMap(List::stream));
  }

  private static boolean saves(Trial trial) {
    return trial.outcome().compute() <= 1 - LEAST_SAVING + ROUNDING;
  }

  private Chosen leastCompute() {
    List<Trial> shown = new ArrayList<>();
    for (List<Trial> rules : series) {
      for (int i = rules.size() - 1; i >= 0 && bounds.isShown(rules.get(i)); i--) {
        shown.add(rules.get(i));
      }
    }
    return shown.stream()
        .filter(RuleChoice::saves)
        .min(
            Comparator.comparingDouble((Trial trial) -> trial.outcome().compute())
                .thenComparing(trial -> -trial.outcome().accuracy()))
        .map(trial -> chosen(trial, "the cheapest rule that keeps it on new samples, with 95 %"))
        .orElseGet(this::none);
  }

  /** All modules, and why. */
  private Chosen none() {
    List<Trial> promising =
        series.stream()
            .flatMap(List::stream)
            .filter(trial -> bounds.isReached(trial) && saves(trial))
            .toList();
    if (promising.isEmpty()) {
      return never(
          String.format(
              Locale.ROOT,
              "no rule reaches it and saves %.0f %% of the multiplications",
              100 * LEAST_SAVING),
          null);
    }
    long needed =
        promising.stream().mapToLong(bounds::samplesNeeded).filter(n -> n > 0).min().orElse(0);
    String cannot =
        String.format(
            Locale.ROOT,
            "%,d validation samples cannot show with 95 %% that a rule keeps it",
            full.loss().samples());
    return needed == 0
        ? never(cannot + ", and no number of them would at these rates", null)
        : never(String.format(Locale.ROOT, "%s; about %,d would", cannot, needed), needed);
  }

  private Chosen never(String reason, @Nullable Long needed) {
    return new Chosen(
        full.outcome(), new Decision(CONFIDENCE, 0, 0, /* bound= */ null, reason, needed));
  }

  /** The surest rule of the better kind: what is allowed is used, and not saved by chance. */
  private Chosen withinBudget() {
    if (bounds.isShown(full)) {
      return never("all modules are within it", null);
    }
    List<Trial> surest = new ArrayList<>();
    for (List<Trial> rules : series) {
      for (int i = rules.size() - 1; i >= 0; i--) {
        if (bounds.isShown(rules.get(i))) {
          surest.add(rules.get(i));
          break;
        }
      }
    }
    Trial best =
        surest.stream()
            .max(
                Comparator.comparingDouble((Trial trial) -> trial.outcome().accuracy())
                    .thenComparing(trial -> trial.outcome().compute()))
            .orElseThrow(this::unreachable);
    return chosen(best, "the surest rule that stays within it on new samples, with 95 %");
  }

  private Chosen chosen(Trial trial, String reason) {
    return new Chosen(
        trial.outcome(),
        new Decision(
            CONFIDENCE,
            (int) trial.loss().lost(),
            (int) trial.loss().gained(),
            bounds.of(trial),
            reason,
            null));
  }

  private InputException unreachable() {
    boolean budget = goal.kind() == Goal.Kind.BUDGET;
    double nearest =
        budget
            ? all().mapToDouble(trial -> trial.outcome().compute()).min().orElseThrow()
            : all().mapToDouble(trial -> trial.outcome().accuracy()).max().orElseThrow();
    return InputException.ofSetting(
        budget ? "budget" : "accuracy",
        String.format(
            Locale.ROOT,
            "%s %.2f on the validation part",
            budget ? "at least" : "at most",
            100 * nearest),
        String.format(Locale.ROOT, "%.2f", goal.value()),
        budget ? "allow more" : "ask for less, or train longer");
  }

  /**
   * What is shown of a rule.
   *
   * @param risk to be wrong
   */
  private record Bounds(Goal goal, double risk) {
    private double wanted() {
      return goal.value() / 100;
    }

    /** On the validation part itself. */
    boolean isReached(Trial trial) {
      return switch (goal.kind()) {
        case LOSS -> trial.loss().estimate() <= wanted() + ROUNDING;
        case ACCURACY -> trial.outcome().accuracy() >= wanted() - ROUNDING;
        case BUDGET -> trial.outcome().compute() <= wanted() + ROUNDING;
      };
    }

    /** On new samples. */
    boolean isShown(Trial trial) {
      double bound = of(trial);
      return goal.kind() == Goal.Kind.ACCURACY
          ? bound >= wanted() - ROUNDING
          : bound <= wanted() + ROUNDING;
    }

    /** What is not excluded. */
    double of(Trial trial) {
      long samples = trial.loss().samples();
      return switch (goal.kind()) {
        case LOSS -> trial.loss().upper(risk);
        case ACCURACY -> Binomial.lower(trial.right(), samples, risk);
        case BUDGET -> compute(trial, (double) samples);
      };
    }

    /** The mean over samples, as if one more had needed all modules. */
    private double compute(Trial trial, double samples) {
      ExitRule rule = trial.outcome().rule();
      if (rule.kind() == ExitRule.Kind.NEVER
          || (rule.kind() == ExitRule.Kind.CONFIDENCE && rule.threshold() == 0)) {
        return trial.outcome().compute(); // The same for every sample.
      }
      double mean = (samples * trial.outcome().compute() + 1) / (samples + 1);
      return Math.min(
          1, mean + Normal.quantile(1 - risk) * trial.computeDeviation() / Math.sqrt(samples));
    }

    long samplesNeeded(Trial trial) {
      if (goal.kind() == Goal.Kind.LOSS) {
        return trial.loss().samplesFor(wanted(), risk);
      }
      double rate = trial.right() / (double) trial.loss().samples();
      return Samples.least(n -> Binomial.lower((long) (rate * n), n, risk) >= wanted());
    }
  }
}
