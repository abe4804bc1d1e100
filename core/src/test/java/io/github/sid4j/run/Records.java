package io.github.sid4j.run;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Records for tests. */
public final class Records {
  private static final BeliefMetrics BELIEF =
      new BeliefMetrics(0.75, 0.5, 0.25, 0.375, 0.125, 0.25, 0.5, 2.0, null);

  private Records() {}

  public static EpochMetrics epoch(int number) {
    return new EpochMetrics(
        number,
        number * 100L,
        1e-3,
        0.75,
        null,
        2.25,
        List.of(
            new ModuleMetrics(1, BELIEF, null, null),
            new ModuleMetrics(2, BELIEF, BELIEF, new NoiseMetrics(8, 0.5, 0.25))),
        1234.5,
        0.125,
        2.25);
  }

  public static RunResult result() {
    return new RunResult(
        "sid",
        "digits",
        42,
        10_000_000_000L,
        3,
        2,
        new Accuracies(0.9, 0.875),
        new Accuracies(null, Double.NaN),
        List.of(new ModuleResult(1, 0.5, Double.POSITIVE_INFINITY, 0.25)),
        1234.5,
        1 << 30,
        6.75,
        "0.1.0",
        new Classification(
            new ClassificationScores(0.5, 0.25, 0.75, Double.NaN),
            new ClassificationScores(null, null, null, null),
            List.of(
                new ClassResult("a", 2, 0, null, 0.0, 0.0, null),
                new ClassResult("b", 1, 3, 0.25, 1.0, 0.5, 0.5)),
            List.of(List.of(0, 2), List.of(0, 1)),
            List.of(new Mistake("a", "b", 2))),
        null);
  }

  public static Arbitrary<EpochMetrics> anyEpoch() {
    Arbitrary<Double> numbers = Arbitraries.doubles();
    Arbitrary<BeliefMetrics> beliefs =
        Combinators.combine(numbers.list().ofSize(5), numbers.injectNull(0.3).list().ofSize(4))
            .as(
                (m, n) ->
                    new BeliefMetrics(
                        m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), n.get(0), n.get(1),
                        n.get(2), n.get(3)));
    Arbitrary<NoiseMetrics> noise =
        Combinators.combine(Arbitraries.longs(), numbers.injectNull(0.3), numbers.injectNull(0.3))
            .as(NoiseMetrics::new);
    Arbitrary<ModuleMetrics> modules =
        Combinators.combine(
                Arbitraries.integers(), beliefs, beliefs.injectNull(0.3), noise.injectNull(0.3))
            .as(ModuleMetrics::new);
    return Combinators.combine(
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.longs(),
            numbers,
            numbers,
            numbers.injectNull(0.3),
            numbers.injectNull(0.3),
            modules.list().ofMaxSize(3),
            Combinators.combine(numbers, numbers, numbers).as(List::of))
        .as(
            (epoch, step, rate, train, validation, start, each, times) ->
                new EpochMetrics(
                    epoch,
                    step,
                    rate,
                    train,
                    validation,
                    start,
                    each,
                    times.get(0),
                    times.get(1),
                    times.get(2)));
  }
}
