package io.github.sid4j.network;

/**
 * A piece of a backbone between two places where it may be cut.
 *
 * <p>Immutable but for the tensors of its layers, which one thread at a time may train.
 *
 * @param layers of the piece; in the whole backbone they keep their names
 * @param width channels of what it gives, once that is pooled
 * @param cost of computing it, at least 0, in a unit that is the same for all blocks of a backbone;
 *     the built-in ones count multiplications
 */
public record Block(Sequential layers, int width, double cost) {
  /** Refuses numbers that no block has. */
  public Block {
    if (width < 1 || !(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a block expected a width of at least 1 and a cost of at least 0, found %s and %s"
              .formatted(width, cost));
    }
  }
}
