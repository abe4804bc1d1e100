package io.github.sid4j.internal.method;

import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;

/** What {@link DeepSupervision} is. */
public final class DeepSupervisionSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("deep-supervision")
        .summary("the whole cascade by the sum of the losses of sid")
        .paper("Deeply-Supervised Nets", "Lee et al., AISTATS 2015")
        .topologies("shared", "staged")
        .traits(
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
    return new DeepSupervision(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
