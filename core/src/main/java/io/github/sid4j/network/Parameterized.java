package io.github.sid4j.network;

/** Something that is trained: it has parameters. */
public interface Parameterized {
  /**
   * What is trained here. The same tensors at every call; each requires its gradient.
   *
   * @return in a fixed order
   */
  Parameters parameters();
}
