package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;

/** What {@link FeedbackAlignment} is. */
public final class FeedbackAlignmentSpec implements MethodSpec {
  @Override
  public MethodFacts facts() {
    return MethodFacts.named("feedback-alignment")
        .summary("a whole network by errors that fixed random weights hand back")
        .paper(
            "Random synaptic feedback weights support error backpropagation for deep learning",
            "Lillicrap et al., Nature Communications 2016")
        .topologies("whole")
        .build();
  }

  /** A second network has the weights of the way back. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    return FeedbackExtractor.of(parts.usual(), parts.usual());
  }

  @Override
  public Method method(MethodParts parts) {
    return new FeedbackAlignment(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
