package io.github.sid4j.network;

import java.util.Map;

/**
 * Something that is made of parts, and whose tensors are theirs. While it is trained one thread at
 * a time uses it; without that, several threads may compute with it, so that an implementation
 * keeps nothing between calls but its parameters and statistics.
 */
public interface Composite extends Parameterized {
  /**
   * The parts.
   *
   * @return in a fixed order, by the names that are put before those of their tensors; a map of the
   *     JDK without an order of its own is refused when their tensors are asked for
   */
  Map<String, ? extends Parameterized> parts();

  @Override
  default Parameters parameters() {
    return Parameters.join(parts());
  }

  @Override
  default Parameters buffers() {
    return Parameters.joinBuffers(parts());
  }
}
