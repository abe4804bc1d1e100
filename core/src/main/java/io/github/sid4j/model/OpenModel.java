package io.github.sid4j.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.settings.Settings;

/**
 * A model with its weights in memory. It owns their native memory, which {@link #close} frees.
 *
 * <p>Several threads may compute with it; one of them closes it.
 *
 * @param settings that made it
 * @param description of classes and input
 * @param cascade in single precision
 */
public record OpenModel(Settings settings, ModelDescription description, Cascade cascade)
    implements AutoCloseable {
  /** Frees the weights. */
  @Override
  public void close() {
    cascade.close();
  }
}
