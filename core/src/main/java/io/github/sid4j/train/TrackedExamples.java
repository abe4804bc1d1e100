package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.EpochBeliefs.SampleBeliefs;
import io.github.sid4j.internal.run.TrackedSamples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few samples whose beliefs are followed over the epochs: of the validation part if there is one.
 */
final class TrackedExamples {
  private static final int OTHERS = 3;

  private final CascadeView cascade;
  private final ExampleSampler few;
  private final TrackedSamples samples;

  TrackedExamples(CascadeView cascade, Dataset dataset, Splits data) {
    this.cascade = cascade;
    boolean validation = data.validation().size() > 0;
    few = new ExampleSampler(validation ? data.validation() : data.train());
    samples =
        new TrackedSamples(
            dataset.name(),
            validation ? "validation" : "train",
            dataset.classNames(),
            IntStream.range(0, few.size())
                .mapToObj(k -> new TrackedSamples.Sample(few.index(k), few.label(k), few.png(k)))
                .toList());
  }

  TrackedSamples samples() {
    return samples;
  }

  /** What the cascade believes of them with the weights at the end of an epoch. */
  EpochBeliefs after(int epoch) {
    List<List<List<Double>>> beliefs = few.beliefs(cascade);
    return new EpochBeliefs(
        epoch,
        IntStream.range(0, few.size()).mapToObj(k -> of(few.label(k), beliefs.get(k))).toList());
  }

  private static SampleBeliefs of(int label, List<List<Double>> beliefs) {
    List<Double> last = beliefs.get(beliefs.size() - 1);
    Stream<Integer> others =
        IntStream.range(0, last.size())
            .filter(c -> c != label)
            .boxed()
            .sorted(Comparator.comparing((Integer c) -> -last.get(c)))
            .limit(OTHERS);
    List<Integer> classes = Stream.concat(Stream.of(label), others).toList();
    return new SampleBeliefs(
        classes,
        beliefs.stream().map(belief -> classes.stream().map(belief::get).toList()).toList());
  }
}
