package io.github.sid4j.internal.baseline.dni;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;

/** What {@link SyntheticGradients} is. */
public final class SyntheticGradientsSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("dni")
        .summary("the pieces of a whole network, each by a predicted gradient")
        .paper(
            "Decoupled Neural Interfaces using Synthetic Gradients",
            "Jaderberg et al., ICML 2017, arXiv 1608.05343")
        .topologies("whole")
        .traits(MethodTrait.PIECE_PER_STAGE)
        .byDefault(ModelSetting.STAGES, 2)
        .conditions(
            new MethodCondition(
                ModelSetting.NETWORK,
                settings -> !settings.get(ModelSetting.NETWORK).startsWith("vit-"),
                "one of vectors or images",
                "choose another"),
            MethodCondition.atLeast(ModelSetting.STAGES, 2),
            MethodCondition.atLeast(ModelSetting.MODULE_HIDDEN, 1))
        .build();
  }

  @Override
  public Cascade cascade(CascadeParts parts) {
    Cascade plain = parts.usual();
    checkPieces(plain.extractor().pieces().size(), parts.settings().get(ModelSetting.STAGES));
    SyntheticExtractor.Widths widths =
        new SyntheticExtractor.Widths(
            parts.settings().get(ModelSetting.MODULE_HIDDEN),
            parts.settings().get(ModelSetting.HEAD_WIDTH));
    return SyntheticExtractor.of(plain, parts.shape(), widths, parts.init());
  }

  /** Not every network can be taken in as many pieces as one wants. */
  private static void checkPieces(int pieces, int stages) {
    if (stages > pieces) {
      throw InputException.ofSetting(
          "stages",
          "at most %s with a network of as many blocks".formatted(pieces),
          Integer.toString(stages),
          "choose fewer stages or a deeper network");
    }
  }

  @Override
  public Method method(MethodParts parts) {
    return new SyntheticGradients(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
