package io.github.sid4j.internal.run;

import java.util.Objects;

/**
 * Where the weights came from that a model began with.
 *
 * @param kind {@code truncated}, {@code grown} or {@code pretrained}
 * @param name of the folder of the run that they are from, or of the file, without folders above it
 * @param weightsSha256 of the file with those weights, in lower-case hexadecimal
 */
public record OriginProvenance(String kind, String name, String weightsSha256) {
  /** Looks for what is missing. */
  public OriginProvenance {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(weightsSha256, "weights_sha256");
  }
}
