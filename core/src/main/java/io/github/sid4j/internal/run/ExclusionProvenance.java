package io.github.sid4j.internal.run;

import java.util.Objects;

/**
 * The samples that a run did not learn from.
 *
 * @param name of the file that lists them, without the folders above it
 * @param sha256 of that file
 * @param samples that it lists
 */
public record ExclusionProvenance(String name, String sha256, int samples) {
  /** Refuses {@code null}. */
  public ExclusionProvenance {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sha256, "sha256");
  }
}
