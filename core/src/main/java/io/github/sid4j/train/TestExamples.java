package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.ExampleBeliefs;
import java.util.List;
import java.util.stream.IntStream;

/** A few samples of the test part, to show what modules believe of them. */
final class TestExamples {
  private TestExamples() {}

  /** What a cascade believes of them, with the weights that it has. */
  static ExampleBeliefs beliefs(Cascade cascade, Dataset dataset, Examples test) {
    ExampleSampler few = new ExampleSampler(test);
    List<List<List<Double>>> beliefs = few.beliefs(new CascadeView(cascade));
    return new ExampleBeliefs(
        dataset.name(),
        dataset.classNames(),
        IntStream.range(0, few.size())
            .mapToObj(
                k ->
                    new ExampleBeliefs.Example(
                        few.index(k), few.label(k), few.png(k), beliefs.get(k)))
            .toList());
  }
}
