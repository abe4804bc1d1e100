package io.github.sid4j.internal.export.baseline;

import io.github.sid4j.export.Ops;
import io.github.sid4j.export.WriterProvider;
import io.github.sid4j.export.Writers;
import io.github.sid4j.internal.baseline.dni.SyntheticExtractor;
import io.github.sid4j.internal.baseline.equilibrium.EnergyNetwork;
import io.github.sid4j.internal.baseline.equilibrium.StateModule;
import io.github.sid4j.internal.baseline.feedback.DirectFeedbackExtractor;
import io.github.sid4j.internal.baseline.feedback.FeedbackExtractor;
import io.github.sid4j.internal.baseline.forward.GoodnessModule;
import io.github.sid4j.internal.baseline.forward.LabelCandidates;
import io.github.sid4j.internal.baseline.noprop.ClassEmbeddings;
import io.github.sid4j.internal.baseline.noprop.DenoisingBlock;
import io.github.sid4j.internal.baseline.noprop.DenoisingModule;
import io.github.sid4j.internal.baseline.noprop.NoisyExtractor;
import io.github.sid4j.internal.baseline.signals.GridPooling;
import io.github.sid4j.internal.baseline.signals.Projection;
import io.github.sid4j.internal.baseline.signals.SimilarityModule;

/** The writers for the layers and modules of the baselines. */
public final class BaselineWriters implements WriterProvider {
  private static final String ENERGY =
      "equilibrium-propagation, whose states move until they are at rest";

  /** For {@link java.util.ServiceLoader}. */
  public BaselineWriters() {}

  @Override
  public Writers writers() {
    return Writers.none()
        .withPlain(FeedbackExtractor.class, FeedbackExtractor::plain)
        .withPlain(DirectFeedbackExtractor.class, DirectFeedbackExtractor::plain)
        .withPlain(SyntheticExtractor.class, SyntheticExtractor::plain)
        .withPlainModule(SimilarityModule.class, SimilarityModule::plain)
        .with(
            GridPooling.class,
            (pooling, x, graph) -> Ops.flat(Ops.averaged(x, pooling.side(), graph), graph))
        .refusing(Projection.class, "a projection, which training alone looks at")
        .with(NoisyExtractor.class, Denoising::extractor)
        .with(ClassEmbeddings.class, Denoising::embeddings)
        .withModule(DenoisingModule.class, new Denoising.Guesses())
        .withModule(DenoisingBlock.class, new Denoising.Blocks())
        .with(LabelCandidates.class, Trials::extractor)
        .withModule(GoodnessModule.class, new Trials.Goodness())
        .refusing(EnergyNetwork.class, ENERGY)
        .refusing(StateModule.class, ENERGY);
  }
}
