package io.github.sid4j.internal.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * Where the weights came from that a model began with.
 *
 * @param kind {@code truncated}, {@code grown}, {@code pretrained} or {@code embeddings}
 * @param name of the folder of the run that they are from, or of the file, without folders above it
 * @param weightsSha256 of the file with those weights, in lower-case hexadecimal
 */
public record OriginProvenance(String kind, String name, String weightsSha256) {
  /** The kind of vectors of words; all others are weights of a model. */
  public static final String EMBEDDINGS = "embeddings";

  /** Whether a whole model, with what it reads, came from there. */
  @JsonIgnore
  public boolean isModel() {
    return !kind.equals(EMBEDDINGS);
  }

  /** Looks for what is missing. */
  public OriginProvenance {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(weightsSha256, "weights_sha256");
  }
}
