package io.github.sid4j.train;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.train.PrecisionChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Times both precisions in turns and compares the fastest step of each, since other work on the
 * machine only adds time. bfloat16 rounds more, so it has to be clearly faster.
 */
final class PrecisionRace {
  private static final int ROUNDS = 5;

  /** After these a race of long steps may end. */
  private static final int FEWEST_ROUNDS = 3;

  private static final double ENOUGH_SECONDS = 2;

  /** What a step in bfloat16 may take at most, as a share of one in single precision. */
  private static final double CLEARLY_FASTER = 0.9;

  /**
   * Where one round shows it this much slower, bfloat16 is emulated and further steps are wasted.
   */
  private static final double FAR_SLOWER = 1.5;

  private PrecisionRace() {}

  /**
   * Runs it; it ends early where bfloat16 is far slower.
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
    boolean open = true;
    for (int i = 0; open && i < ROUNDS && (i < FEWEST_ROUNDS || spent < ENOUGH_SECONDS); i++) {
      // Each is first in every other round, so that what changes with time falls on both.
      if (i % 2 == 0) {
        single.add(step.applyAsDouble(Precision.FP32));
        half.add(step.applyAsDouble(Precision.BF16));
      } else {
        half.add(step.applyAsDouble(Precision.BF16));
        single.add(step.applyAsDouble(Precision.FP32));
      }
      spent += single.get(i) + half.get(i);
      open = half.get(i) < FAR_SLOWER * single.get(i);
    }
    Map<Precision, Double> fastest = new EnumMap<>(Precision.class);
    fastest.put(Precision.FP32, Collections.min(single));
    fastest.put(Precision.BF16, Collections.min(half));
    boolean wins = fastest.get(Precision.BF16) <= CLEARLY_FASTER * fastest.get(Precision.FP32);
    return new PrecisionChoice(
        wins ? Precision.BF16 : Precision.FP32, fastest, PrecisionChoice.Reason.MEASURED);
  }
}
