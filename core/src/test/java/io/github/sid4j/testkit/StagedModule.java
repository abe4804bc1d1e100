package io.github.sid4j.testkit;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** A module with a stage of its own: features [B, in] to [B, width], and a head on these. */
public final class StagedModule implements BeliefModule {
  private final Linear stage;
  private final Mlp head;

  public StagedModule(int in, int width, int classes, Initializer init) {
    stage = new Linear(in, width, init);
    head = new Mlp(classes + width, width, classes, init);
  }

  @Override
  public Tensor advance(Tensor features) {
    return Functional.relu(stage.forward(features));
  }

  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return head.forward(Functional.concatenate(before, features));
  }

  @Override
  public Parameters parameters() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("stage", stage);
    parts.put("head", head);
    return Parameters.join(parts);
  }
}
