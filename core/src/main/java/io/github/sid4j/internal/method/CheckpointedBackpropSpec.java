package io.github.sid4j.internal.method;

import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;

/** What {@link CheckpointedBackprop} is. */
public final class CheckpointedBackpropSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("checkpointed-backprop")
        .summary("as backprop, bit for bit, with segments computed again instead of kept")
        .paper(
            "Training Deep Nets with Sublinear Memory Cost", "Chen et al., 2016, arXiv 1604.06174")
        .traits(
            MethodTrait.ONE_LOSS,
            MethodTrait.RECOMPUTES,
            MethodTrait.PIECE_PER_STAGE,
            MethodTrait.WEIGHS_CLASSES,
            MethodTrait.COUNTED_OPERATIONS,
            MethodTrait.GROWS,
            MethodTrait.PRETRAINED)
        .build();
  }

  @Override
  public Method method(MethodParts parts) {
    return new CheckpointedBackprop(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
