package io.github.sid4j.export;

import java.util.Map;

/** What a layer is made of, by the name that the layer gives it. */
final class Named {
  private Named() {}

  /**
   * A part or tensor that must be there.
   *
   * @throws IllegalStateException if there is none: the layer has changed, and its writer has not
   */
  static <T> T in(Map<String, T> all, String name) {
    T found = all.get(name);
    if (found == null) {
      throw new IllegalStateException("expected " + name + ", found " + all.keySet());
    }
    return found;
  }
}
