package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.EpochBeliefs.SampleBeliefs;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Small plots of what is believed of one sample. */
final class BeliefPlots {
  private static final int EARLIER = 4;

  private BeliefPlots() {}

  /** Through the cascade: after the last epoch, and faintly the true class after some before. */
  static Element byModule(
      String name, List<EpochBeliefs> beliefs, int k, IntFunction<String> className) {
    int last = beliefs.size() - 1;
    SampleBeliefs now = beliefs.get(last).samples().get(k);
    int depth = now.beliefs().size() - 1;
    Plot plot =
        new Plot(
            Plot.Format.SMALL,
            "Belief by module in " + name,
            Axis.counts("", 0, depth),
            Axis.small(0, 100));
    IntStream.range(0, Math.min(EARLIER, last))
        .map(i -> i * last / Math.min(EARLIER, last))
        .mapToObj(beliefs::get)
        .forEach(
            earlier ->
                plot.line(
                    SampleSection.TRUE_CLASS,
                    Stroke.FAINT,
                    counts(earlier.samples().get(k).beliefs().size() - 1),
                    course(earlier.samples().get(k), 0),
                    "after epoch " + earlier.epoch()));
    for (int other = now.classes().size() - 1; other > 0; other--) {
      plot.line(
          SampleSection.OTHER_CLASS,
          Stroke.DOTTED,
          counts(depth),
          course(now, other),
          className.apply(now.classes().get(other)));
    }
    plot.line(SampleSection.TRUE_CLASS, Stroke.SOLID, counts(depth), course(now, 0), name);
    return plot.element();
  }

  /**
   * Over the epochs: what the last module believes, and the first if it was trained to answer.
   * Empty before there are two.
   */
  static Optional<Element> byEpoch(
      String name, List<EpochBeliefs> beliefs, int k, boolean firstAnswers) {
    int first = beliefs.get(0).epoch();
    int last = beliefs.get(beliefs.size() - 1).epoch();
    if (first == last) {
      return Optional.empty();
    }
    Plot plot =
        new Plot(
            Plot.Format.SMALL,
            "Belief by epoch in " + name,
            Axis.counts("", first, last),
            Axis.small(0, 100));
    List<Double> epochs = beliefs.stream().map(epoch -> (double) epoch.epoch()).toList();
    plot.line(
        SampleSection.OTHER_CLASS,
        Stroke.DOTTED,
        epochs,
        each(beliefs, k, sample -> last(sample).size() > 1 ? last(sample).get(1) : Double.NaN),
        "strongest other class, last module");
    if (firstAnswers) {
      plot.line(
          SampleSection.TRUE_CLASS,
          Stroke.DASHED,
          epochs,
          each(beliefs, k, sample -> sample.beliefs().get(1).get(0)),
          name + ", first module");
    }
    plot.line(
        SampleSection.TRUE_CLASS,
        Stroke.SOLID,
        epochs,
        each(beliefs, k, sample -> last(sample).get(0)),
        name + ", last module");
    return Optional.of(plot.element());
  }

  private static List<Double> last(SampleBeliefs sample) {
    return sample.beliefs().get(sample.beliefs().size() - 1);
  }

  private static List<Double> each(
      List<EpochBeliefs> beliefs, int k, ToDoubleFunction<SampleBeliefs> value) {
    return beliefs.stream()
        .map(epoch -> 100 * value.applyAsDouble(epoch.samples().get(k)))
        .toList();
  }

  private static List<Double> course(SampleBeliefs sample, int place) {
    return sample.beliefs().stream().map(belief -> 100 * belief.get(place)).toList();
  }

  private static List<Double> counts(int last) {
    return IntStream.rangeClosed(0, last).mapToObj(i -> (double) i).toList();
  }
}
