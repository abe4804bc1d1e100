package io.github.sid4j.train;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.train.PrecisionChoice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Times both precisions in turns. bfloat16 rounds more, so it has to be clearly faster in every
 * round; noise that slows one step then costs some speed at most, and never decides for bfloat16.
 */
final class PrecisionRace {
  private static final int ROUNDS = 5;

  /** After these a race of long steps may end. */
  private static final int FEWEST_ROUNDS = 3;

  private static final double ENOUGH_SECONDS = 2;

  /** What a step in bfloat16 may take at most, as a share of one in single precision. */
  private static final double CLEARLY_FASTER = 0.9;

  private PrecisionRace() {}

  /**
   * Runs it; it ends with the first round that bfloat16 does not win.
   *
   * @param step takes a step in a precision and gives its seconds
   */
  static PrecisionChoice run(ToDoubleFunction<Precision> step) {
    double spent = 0;
    for (Precision precision : Precision.values()) {
      spent += step.applyAsDouble(precision); // Not compared: kernels are made at their first use.
    }
    List<Double> single = new ArrayList<>();
    List<Double> half = new ArrayList<>();
    boolean wins = true;
    for (int i = 0; wins && i < ROUNDS && (i < FEWEST_ROUNDS || spent < ENOUGH_SECONDS); i++) {
      // Each is first in every other round, so that what changes with time falls on both.
      if (i % 2 == 0) {
        single.add(step.applyAsDouble(Precision.FP32));
        half.add(step.applyAsDouble(Precision.BF16));
      } else {
        half.add(step.applyAsDouble(Precision.BF16));
        single.add(step.applyAsDouble(Precision.FP32));
      }
      spent += single.get(i) + half.get(i);
      wins = half.get(i) <= CLEARLY_FASTER * single.get(i);
    }
    Map<Precision, Double> medians = new EnumMap<>(Precision.class);
    medians.put(Precision.FP32, median(single));
    medians.put(Precision.BF16, median(half));
    return new PrecisionChoice(
        wins ? Precision.BF16 : Precision.FP32, medians, PrecisionChoice.Reason.MEASURED);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
