package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stage and its head, with a projection of the features by which samples are compared (Nøkland
 * and Eidnes, ICML 2019). The projection is trained with the stage and only in training looked at.
 */
public final class SimilarityModule implements BeliefModule, Composite {
  private final StageModule plain;
  private final Projection projection;

  /**
   * Joins a stage and its projection.
   *
   * @param plain the stage and its head
   * @param projection reads what the stage gives
   */
  public SimilarityModule(StageModule plain, Projection projection) {
    this.plain = plain;
    this.projection = projection;
  }

  /**
   * What the samples are compared by.
   *
   * @param features what {@link #advance} gave, [B, ...]
   * @return of their shape
   */
  public Tensor compared(Tensor features) {
    return projection.forward(features);
  }

  /**
   * The stage and its head: all that inference needs.
   *
   * @return as they were given
   */
  public StageModule plain() {
    return plain;
  }

  @Override
  public Tensor advance(Tensor features) {
    return plain.advance(features);
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Optional<Stage> stage() {
    return plain.stage();
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return plain.logits(before, features);
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>(plain.parts());
    parts.put("projection", projection);
    return parts;
  }
}
