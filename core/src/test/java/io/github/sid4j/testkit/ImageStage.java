package io.github.sid4j.testkit;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.LinkedHashMap;
import java.util.Map;

/** A module with a stage of images, [B, C, H, W] to the like, and a head on their means. */
public final class ImageStage implements BeliefModule, Composite {
  private final Layer stage;
  private final Mlp head;

  public ImageStage(Layer stage, int channels, int classes, Initializer init) {
    this.stage = stage;
    head = new Mlp(classes + channels, channels, classes, init);
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
    return head.forward(Functional.concatenate(before, Functional.globalAveragePool(features)));
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("stage", stage);
    parts.put("head", head);
    return parts;
  }
}
