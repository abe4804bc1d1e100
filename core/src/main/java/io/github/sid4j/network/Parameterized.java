package io.github.sid4j.network;

/**
 * Something that is trained: it has parameters, and perhaps memory of what it has seen. While it is
 * trained one thread at a time uses it; without that, several threads may compute with it, so that
 * an implementation keeps nothing between calls but its parameters and statistics.
 */
public interface Parameterized {
  /**
   * What is trained here. The same tensors at every call; each requires its gradient.
   *
   * @return in a fixed order
   */
  Parameters parameters();

  /**
   * What is stored with the parameters and changes in training, but gets no gradient: the running
   * statistics of batch norm. The same tensors at every call, under other names than the
   * parameters'. Who is made of parts has those of all parts, as {@link Composite} gives them.
   *
   * @return in a fixed order; none, unless the implementation says otherwise
   */
  default Parameters buffers() {
    return Parameters.none();
  }
}
