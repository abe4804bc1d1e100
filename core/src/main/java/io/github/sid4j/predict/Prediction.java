package io.github.sid4j.predict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a cascade believes of one example, at every depth that was computed. Immutable, and so safe
 * for several threads.
 */
public final class Prediction {
  private final List<String> classNames;
  private final List<float[]> beliefs;
  private final double noneBelow;

  /**
   * Keeps what was computed.
   *
   * @param classNames the name of class c at place c
   * @param beliefs of module 1 and on, at least one, each with a probability for every class; not
   *     copied
   * @param noneBelow an answer of a lower probability is none of the classes; 0 where every answer
   *     counts
   */
  Prediction(List<String> classNames, List<float[]> beliefs, double noneBelow) {
    this.classNames = classNames;
    this.beliefs = List.copyOf(beliefs);
    this.noneBelow = noneBelow;
  }

  /**
   * A class and how probable it is.
   *
   * @param index of the class, from 0
   * @param name of the class
   * @param probability 0 to 1
   */
  public record Ranked(int index, String name, float probability) {}

  /**
   * How many modules were computed: those up to where the cascade was sure enough, or all.
   *
   * @return 1 to L
   */
  public int depth() {
    return beliefs.size();
  }

  /**
   * The belief of a module.
   *
   * @param depth 1 to {@link #depth()}
   * @return a probability for each class; a copy
   */
  public float[] belief(int depth) {
    return beliefs.get(depth - 1).clone();
  }

  /**
   * The most probable class by the last module that was computed.
   *
   * @return the first of equals
   */
  public Ranked best() {
    return top(1).get(0);
  }

  /**
   * Whether the example is taken to be of none of the classes: its most probable class has a lower
   * probability than the threshold that {@code sid calibrate} stored with the model, where that was
   * asked for.
   *
   * @return {@code false} where no threshold is in force
   */
  public boolean isNoneOfThese() {
    return noneBelow > 0 && best().probability() < noneBelow;
  }

  /**
   * The most probable classes by the last module that was computed.
   *
   * @param count at most how many, at least 1
   * @return the most probable first, of equals that with the lower index
   */
  public List<Ranked> top(int count) {
    return top(depth(), count);
  }

  /**
   * The most probable classes by a module.
   *
   * @param depth 1 to {@link #depth()}
   * @param count at most how many, at least 1
   * @return the most probable first, of equals that with the lower index
   */
  public List<Ranked> top(int depth, int count) {
    float[] belief = beliefs.get(depth - 1);
    return IntStream.range(0, belief.length)
        .mapToObj(c -> new Ranked(c, classNames.get(c), belief[c]))
        .sorted(Comparator.comparingDouble(ranked -> -ranked.probability()))
        .limit(count)
        .toList();
  }
}
