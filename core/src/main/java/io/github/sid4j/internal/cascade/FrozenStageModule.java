package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.KnownFeatures;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.network.Stage;
import java.util.Map;
import java.util.Optional;

/**
 * A module whose stage is not trained and whose head is. In the place of what the stage before
 * gives it may take the pooled features of all stages, joined, as they were made before: then it
 * computes its head alone, on those of its own stage.
 */
public final class FrozenStageModule implements BeliefModule {
  private final StageModule plain;
  private final Stage stage;
  private final boolean takesFeatures;
  private final int from;

  /**
   * Freezes the stage of a module.
   *
   * @param plain whose tensors these are; its head's pooling has none
   * @param takesFeatures whether vectors stand for what stages make of images; not where stages
   *     themselves make vectors
   * @param from where the pooled features of its stage begin among those of all stages
   */
  public FrozenStageModule(StageModule plain, boolean takesFeatures, int from) {
    this.plain = plain;
    this.takesFeatures = takesFeatures;
    this.stage = plain.stage().orElseThrow();
    this.from = from;
  }

  /**
   * What it is made of.
   *
   * @return over the same tensors
   */
  public StageModule plain() {
    return plain;
  }

  @Override
  public Tensor advance(Tensor features) {
    if (areKnown(features)) {
      return features;
    }
    try (Autograd.Mode off = Autograd.off();
        Pass inference = Pass.inference();
        Scope scope = Scope.open()) {
      return scope.leave(plain.advance(features).detach());
    }
  }

  private boolean areKnown(Tensor features) {
    return takesFeatures && KnownFeatures.are(features);
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Optional<Stage> stage() {
    return Optional.of(stage);
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return areKnown(features)
        ? plain.head().logitsOfPooled(before, features.narrowLast(from, stage.width()))
        : plain.logits(before, features);
  }

  @Override
  public Parameters parameters() {
    return Parameters.join(Map.of("head", plain.head()));
  }

  /** Those of the stage, and the head's buffers. */
  @Override
  public Parameters buffers() {
    Map<String, Parameterized> stageAlone = Map.of("stage", stage);
    return Parameters.join(stageAlone)
        .and(Parameters.joinBuffers(stageAlone))
        .and(Parameters.joinBuffers(Map.of("head", plain.head())));
  }
}
