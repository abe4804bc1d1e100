package io.github.sid4j.export;

import java.util.List;

/**
 * The inference of a cascade as ONNX models of one module each, so that samples can leave early.
 * The first reads {@code input}, as an exported file does. Each that follows reads {@code features}
 * and {@code belief_before}, which are {@code features_after} and {@code belief} of the one before.
 * A model without {@code features_after} leaves the features as they are.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param models that of module 1 first
 */
public record StageModels(List<byte[]> models) {
  /** What a module reads of the one before. */
  public static final String FEATURES = "features";

  /** The belief that a module refines. */
  public static final String BELIEF_BEFORE = "belief_before";

  /** What a module hands on. */
  public static final String FEATURES_AFTER = "features_after";

  /** Keeps a copy that cannot be changed. */
  public StageModels {
    models = List.copyOf(models);
  }
}
