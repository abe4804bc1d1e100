package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.Tensor;
import java.util.function.LongSupplier;

/**
 * Counts the multiplications, each with its addition, of the linear layers, convolutions and
 * attention that this thread computes, until {@link #close()}. All else a network does is below one
 * in a hundred of them.
 */
public final class Tally implements AutoCloseable {
  private static final ThreadLocal<Tally> OPEN = new ThreadLocal<>();

  private long products;
  private long productsOfConstants;

  private Tally() {}

  /**
   * Begins to count on this thread, where nobody does yet.
   *
   * @return for a try-with-resources
   */
  public static Tally open() {
    if (OPEN.get() != null) {
      throw new IllegalStateException("operations of this thread are being counted already");
    }
    Tally tally = new Tally();
    OPEN.set(tally);
    return tally;
  }

  /**
   * Counts some, where a tally is open.
   *
   * @param products how many; asked for only then
   * @param input of the operation, or one that needs its gradient if any does
   */
  public static void add(LongSupplier products, Tensor input) {
    Tally tally = OPEN.get();
    if (tally != null) {
      long count = products.getAsLong();
      tally.products += count;
      tally.productsOfConstants += input.requiresGradient() ? 0 : count;
    }
  }

  /**
   * All of them.
   *
   * @return at least 0
   */
  public long products() {
    return products;
  }

  /**
   * Those of them whose input needs no gradient, so that a backward has one product less to make.
   *
   * @return at most {@link #products()}
   */
  public long productsOfConstants() {
    return productsOfConstants;
  }

  @Override
  public void close() {
    OPEN.remove();
  }
}
