package io.github.sid4j.internal.baseline.forward;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import java.util.ArrayList;
import java.util.List;

/** What {@link ForwardForward} is. */
public final class ForwardForwardSpec implements MethodSpec {
  private static final String MLP = "mlp";

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("forward-forward")
        .summary("fully connected layers, each by its own goodness for right and negative labels")
        .paper(
            "The Forward-Forward Algorithm: Some Preliminary Investigations",
            "Hinton, 2022, arXiv 2212.13345")
        .topologies("staged")
        .byDefault(ModelSetting.NETWORK, MLP)
        .byDefault(ModelSetting.BELIEF_INPUT, false)
        .conditions(
            MethodCondition.equal(ModelSetting.BELIEF_INPUT, false)
                .remedy("leave it out or choose method sid"),
            MethodCondition.equal(ModelSetting.NETWORK, MLP),
            MethodCondition.atLeast(ModelSetting.STAGES, 2),
            // A stage is a layer, and its own head.
            MethodCondition.unchanged(ModelSetting.CUTS)
                .expecting("none, since each stage is a layer,")
                .remedy("leave them out"),
            MethodCondition.unchanged(ModelSetting.BALANCE),
            MethodCondition.unchanged(ModelSetting.HEAD))
        .build();
  }

  /** Layers of one width, as many as there are stages, and the labels to try before them. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    int width = parts.settings().get(ModelSetting.HIDDEN);
    int in = parts.classes() + parts.numbers();
    LabelCandidates candidates = new LabelCandidates(parts.classes(), parts.init());
    List<GoodnessModule> layers = new ArrayList<>();
    for (int i = 0; i < parts.settings().get(ModelSetting.STAGES); i++) {
      layers.add(new GoodnessModule(i == 0 ? in : width, width, i >= 2, parts.init()));
    }
    return new Cascade(candidates, layers, parts.classes());
  }

  @Override
  public Method method(MethodParts parts) {
    return new ForwardForward(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
