package io.github.sid4j.export;

import java.util.List;

/**
 * What passes along an edge of a graph: a tensor of single precision, one sample after the other.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name in the graph
 * @param sample shape of one sample; the batch comes before it and may have any size
 */
public record Value(String name, List<Integer> sample) {
  /** Keeps a copy that cannot be changed. */
  public Value {
    sample = List.copyOf(sample);
  }

  /**
   * The length of one of a sample's dimensions.
   *
   * @param dimension counted from 0, or from -1 back for those from the end
   * @return at least 1
   */
  public int size(int dimension) {
    return sample.get(dimension < 0 ? sample.size() + dimension : dimension);
  }

  /**
   * How many numbers a sample has.
   *
   * @return at least 1
   */
  public int numbers() {
    return sample.stream().reduce(1, Math::multiplyExact);
  }
}
