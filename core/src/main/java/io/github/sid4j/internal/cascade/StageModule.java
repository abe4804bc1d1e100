package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A module that carries a stage of a backbone: {@code h_i = stage_i(h_{i-1})}, and a belief read
 * from the belief before it and {@code h_i} by a head.
 */
public final class StageModule implements BeliefModule, Composite {
  private final Stage stage;
  private final Head head;

  /**
   * Joins a stage and its head.
   *
   * @param stage carried
   * @param head reads what the stage gives
   */
  public StageModule(Stage stage, Head head) {
    this.stage = stage;
    this.head = head;
  }

  @Override
  public Tensor advance(Tensor features) {
    return stage.forward(features);
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Optional<Stage> stage() {
    return Optional.of(stage);
  }

  /**
   * What reads the belief from the features of the stage.
   *
   * @return the head
   */
  public Head head() {
    return head;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return head.logits(before, features);
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("stage", stage);
    parts.put("head", head);
    return parts;
  }
}
