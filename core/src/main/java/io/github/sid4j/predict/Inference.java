package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.Beliefs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a batch through a cascade, module by module. What a rule has decided is left behind, and
 * only the undecided rest continues: a later stage is computed for these alone, and not at all if
 * there are none.
 */
final class Inference {
  private final BeliefCourse course;
  private final ExitRule rule;
  private final List<Double> temperatures;
  private final List<List<float[]>> beliefs;

  /** Which examples of the batch are still undecided, in order. */
  private List<Integer> open;

  private Inference(BeliefCourse course, int size, ExitRule rule, List<Double> temperatures) {
    this.course = course;
    this.rule = rule;
    this.temperatures = temperatures;
    this.open = IntStream.range(0, size).boxed().toList();
    this.beliefs =
        IntStream.range(0, size).<List<float[]>>mapToObj(i -> new ArrayList<>()).toList();
  }

  /**
   * Computes the beliefs of a batch.
   *
   * @param course of it, at its begin
   * @param size of the batch, at least 1
   * @param depth L, the number of modules
   * @param temperatures of each module; empty for 1
   * @return for each example the beliefs of the modules that it went through
   */
  static List<List<float[]>> of(
      BeliefCourse course, int size, int depth, ExitRule rule, List<Double> temperatures) {
    Inference inference = new Inference(course, size, rule, temperatures);
    for (int i = 0; i < depth && !inference.open.isEmpty(); i++) {
      inference.compute(i);
    }
    return inference.beliefs;
  }

  private void compute(int index) {
    List<Integer> undecided = record(index, course.next());
    if (!undecided.isEmpty() && undecided.size() < open.size()) {
      course.keep(undecided.stream().mapToInt(Integer::intValue).toArray());
    }
    open = undecided.stream().map(open::get).toList();
  }

  /** Notes what the module believes; gives the rows that it leaves undecided. */
  private List<Integer> record(int index, float... probabilities) {
    int classes = probabilities.length / open.size();
    double temperature = temperatures.isEmpty() ? 1 : temperatures.get(index);
    List<Integer> undecided = new ArrayList<>();
    for (int row = 0; row < open.size(); row++) {
      float[] belief = new float[classes];
      System.arraycopy(probabilities, row * classes, belief, 0, classes);
      checkFinite(index, belief);
      belief = Beliefs.tempered(belief, temperature);
      List<float[]> before = beliefs.get(open.get(row));
      int earlier = before.isEmpty() ? -1 : Beliefs.best(before.get(before.size() - 1));
      before.add(belief);
      int best = Beliefs.best(belief);
      if (!rule.ends(earlier, best, belief[best])) {
        undecided.add(row);
      }
    }
    return undecided;
  }

  /** Finite weights and inputs can still be so large that their products are not. */
  private static void checkFinite(int index, float... belief) {
    for (float probability : belief) {
      if (Float.isNaN(probability)) {
        throw new InputException(
            "module " + (index + 1),
            "probabilities",
            "NaN: numbers on the way to them overflow",
            "use weights or an input of usual sizes");
      }
    }
  }
}
