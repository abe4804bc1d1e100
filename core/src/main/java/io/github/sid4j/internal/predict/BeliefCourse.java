package io.github.sid4j.internal.predict;

/**
 * One batch on its way through a cascade, module by module. What it holds is freed when it is
 * closed. For one thread.
 */
public interface BeliefCourse extends AutoCloseable {
  /**
   * Computes the next module for the rows that are left.
   *
   * @return their probabilities, row by row, N for each
   */
  float[] next();

  /**
   * Leaves rows out of what follows.
   *
   * @param rows those that stay, among those of the last {@link #next}, in order; at least one
   */
  void keep(int... rows);

  @Override
  void close();
}
