package io.github.sid4j.internal.probe;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.run.ProbeResult.InputProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What each of several inputs is worth: the accuracy of each module without it, and with it alone.
 */
final class InputWorth {
  private InputWorth() {}

  /** Of each input, in the order of the modules that read them; none of what has one input. */
  static List<InputProbe> of(Cascade cascade, Examples measured) {
    if (!(measured.encoding().orElse(null) instanceof MultimodalEncoding several)) {
      return List.of();
    }
    int count = several.inputs().size();
    List<InputProbe> probes = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      int own = f;
      int[] others = IntStream.range(0, count).filter(other -> other != own).toArray();
      probes.add(
          new InputProbe(
              several.inputs().get(f).name(),
              accuracies(cascade, without(measured, several, own)),
              accuracies(cascade, without(measured, several, others))));
    }
    return probes;
  }

  private static Examples without(Examples measured, MultimodalEncoding several, int... inputs) {
    return new ChangedExamples(
        measured,
        (index, values, offset) -> {
          for (int input : inputs) {
            several.removeFrom(values, offset, input);
          }
        });
  }

  private static List<Double> accuracies(Cascade cascade, Examples examples) {
    int[] labels = IntStream.range(0, examples.size()).map(examples::label).toArray();
    return CascadeWalk.chosen(cascade, examples).stream()
        .flatMapToDouble(chosen -> DoubleStream.of(RidgeProbe.accuracy(chosen, labels)))
        .boxed()
        .toList();
  }
}
