package io.github.sid4j.internal.method;

import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;

/** What {@link Backprop} is. */
public final class BackpropSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("backprop")
        .summary("the whole cascade by the cross-entropy of its last belief")
        .paper(
            "Learning representations by back-propagating errors",
            "Rumelhart, Hinton and Williams, Nature 1986")
        .traits(
            MethodTrait.ONE_LOSS,
            MethodTrait.WEIGHS_CLASSES,
            MethodTrait.COUNTED_OPERATIONS,
            MethodTrait.GROWS,
            MethodTrait.TRAINS_GROWN,
            MethodTrait.FROZEN_EXTRACTOR,
            MethodTrait.PRETRAINED)
        .build();
  }

  @Override
  public Method method(MethodParts parts) {
    return new Backprop(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
