package io.github.sid4j.internal.method;

import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.Sid;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import java.util.List;

/** What {@link Sid} is. */
public final class SidSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("sid")
        .summary("modules, each by its own loss against the target and the belief before it")
        .paper(
            "Learning without Global Backpropagation via Synergistic Information Distillation",
            "Ye and Tang, 2025, arXiv 2510.03273")
        .topologies("shared", "staged")
        .traits(
            MethodTrait.DECOUPLED,
            MethodTrait.ANY_EXECUTION,
            MethodTrait.OVERLAP,
            MethodTrait.LOSS_OF_EACH_MODULE,
            MethodTrait.EVERY_MODULE_ANSWERS,
            MethodTrait.WEIGHS_CLASSES,
            MethodTrait.COUNTED_OPERATIONS,
            MethodTrait.GROWS,
            MethodTrait.TRAINS_GROWN,
            MethodTrait.WHOLE_ONCE_GROWN,
            MethodTrait.FROZEN_EXTRACTOR,
            MethodTrait.PRETRAINED)
        .build();
  }

  @Override
  public Method method(MethodParts parts) {
    List<Integer> threads = parts.stageThreads();
    return threads.isEmpty()
        ? new Sid(parts.cascade(), parts.objective(), parts.optimizers(), parts.execution())
        : new PipelinedSid(parts.cascade(), parts.objective(), parts.optimizers(), threads);
  }
}
