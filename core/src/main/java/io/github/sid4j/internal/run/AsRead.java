package io.github.sid4j.internal.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copies of what a file holds, which may be less than it should hold. */
public final class AsRead {
  private AsRead() {}

  /**
   * A copy of a list that a file may lack, or with elements that it may lack: a record keeps it so,
   * that a check can name what is missing.
   *
   * @param list or {@code null}
   * @param <T> of its elements, each of which may be {@code null}
   * @return a copy that cannot be changed; empty for {@code null}
   */
  public static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}
