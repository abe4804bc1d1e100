package io.github.sid4j.cascade;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A module that carries a stage of a backbone: {@code h_i = stage_i(h_{i-1})}, and a belief read
 * from the belief before it and the pooled {@code h_i} by an MLP of two layers, the head.
 */
public final class StageModule implements BeliefModule, Composite {
  private final Stage stage;
  private final Mlp head;

  /**
   * Makes the head of a stage.
   *
   * @param stage carried
   * @param classes N
   * @param hidden width of the head between its layers
   * @param init draws the head's parameters
   */
  public StageModule(Stage stage, int classes, int hidden, Initializer init) {
    this.stage = stage;
    head = new Mlp(classes + stage.width(), hidden, classes, init);
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
  public Tensor logits(Tensor before, Tensor features) {
    return head.forward(Functional.concatenate(before, stage.pooling().forward(features)));
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("stage", stage);
    parts.put("head", head);
    return parts;
  }
}
