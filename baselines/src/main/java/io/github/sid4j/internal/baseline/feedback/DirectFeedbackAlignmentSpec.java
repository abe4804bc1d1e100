package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;

/** What {@link DirectFeedbackAlignment} is. */
public final class DirectFeedbackAlignmentSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("direct-feedback-alignment")
        .summary("the blocks of a whole network, each by the output's error")
        .paper(
            "Direct Feedback Alignment Provides Learning in Deep Neural Networks",
            "Nøkland, NeurIPS 2016, arXiv 1609.01596")
        .topologies("whole")
        .traits(MethodTrait.PIECE_PER_BLOCK)
        .build();
  }

  @Override
  public Cascade cascade(CascadeParts parts) {
    return DirectFeedbackExtractor.of(parts.usual(), parts.shape(), parts.init());
  }

  @Override
  public Method method(MethodParts parts) {
    return new DirectFeedbackAlignment(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
