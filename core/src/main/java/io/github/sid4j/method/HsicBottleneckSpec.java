package io.github.sid4j.method;

import io.github.sid4j.objective.Hsic;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ObjectiveSetting;

/** What {@link HsicBottleneck} is. */
public final class HsicBottleneckSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("hsic")
        .summary("the blocks of a whole network, each by how its features depend on input and label")
        .paper(
            "The HSIC Bottleneck: Deep Learning without Back-Propagation",
            "Ma, Lewis and Kleijn, AAAI 2020, arXiv 1908.01580")
        .topologies("whole")
        .traits(MethodTrait.PIECE_PER_BLOCK, MethodTrait.PRETRAINED)
        .build();
  }

  @Override
  public Method method(MethodParts parts) {
    Hsic hsic = new Hsic(parts.settings().get(ObjectiveSetting.HSIC_SIGMA));
    double beta = parts.settings().get(ObjectiveSetting.HSIC_BETA);
    return new HsicBottleneck(
        parts.cascade(), parts.objective(), parts.optimizers(), hsic, beta);
  }
}
