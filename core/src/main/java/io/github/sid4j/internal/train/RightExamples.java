package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Notes which examples each module is right about. */
final class RightExamples implements BiConsumer<Batch, List<Belief>> {
  private final List<BitSet> byModule;
  private int seen;

  RightExamples(int modules) {
    byModule = IntStream.range(0, modules).mapToObj(i -> new BitSet()).toList();
  }

  List<BitSet> byModule() {
    return byModule;
  }

  @Override
  public void accept(Batch batch, List<Belief> beliefs) {
    for (int module = 0; module < byModule.size(); module++) {
      // The belief before the first module is among them.
      float[] probabilities = beliefs.get(module + 1).probabilities().toFloats();
      int classes = probabilities.length / batch.size();
      for (int i = 0; i < batch.size(); i++) {
        if (best(probabilities, i * classes, classes) == batch.labels()[i]) {
          byModule.get(module).set(seen + i);
        }
      }
    }
    seen += batch.size();
  }

  private static int best(float[] probabilities, int from, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probabilities[from + c] > probabilities[from + best]) {
        best = c;
      }
    }
    return best;
  }
}
