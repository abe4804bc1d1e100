package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.network.OutputShape;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;
import java.util.ArrayList;
import java.util.List;

/** What {@link LocalSignals} is. */
public final class LocalSignalsSpec implements MethodSpec {
  public static final Setting<Double> SIMILARITY =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "similarity",
          SettingTypes.decimals(Range.atLeast(0).below(1)),
          0.99,
          "Weight of similarity matching in local-signals; 0 is the prediction loss alone.");

  /** What a linear classifier reads at most, as the authors set it. */
  private static final int LINEAR_NUMBERS = 4096;

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("local-signals")
        .summary("stages, each by its own classifier and by how its features compare samples")
        .paper(
            "Training Neural Networks with Local Error Signals",
            "Nøkland and Eidnes, ICML 2019, arXiv 1901.06656")
        .topologies("staged")
        .traits(MethodTrait.DECOUPLED, MethodTrait.EVERY_MODULE_ANSWERS, MethodTrait.PRETRAINED)
        .settings(SIMILARITY)
        .byDefault(ModelSetting.BELIEF_INPUT, false)
        .conditions(
            MethodCondition.equal(ModelSetting.BELIEF_INPUT, false)
                .remedy("leave it out or choose method sid"),
            new MethodCondition(
                ModelSetting.NETWORK,
                settings -> !settings.get(ModelSetting.NETWORK).startsWith("vit-"),
                "one of vectors or images",
                "choose another"),
            MethodCondition.unchanged(ModelSetting.HEAD).expecting("auto, a linear classifier,"))
        .build();
  }

  /** Gives each stage its linear classifier and, where samples are compared, its projection. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    List<Stage> stages = parts.stages();
    boolean compared = parts.settings().get(SIMILARITY) > 0;
    List<BeliefModule> modules = new ArrayList<>();
    List<long[]> shapes = OutputShape.ofEach(stages, parts.shape());
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      long[] given = shapes.get(i);
      StageModule module = new StageModule(stage, linear(parts, stage, given));
      boolean image = given.length == 3;
      modules.add(
          compared
              ? new SimilarityModule(module, new Projection(stage.width(), image, parts.init()))
              : module);
    }
    return new Cascade(Operation.IDENTITY, modules, parts.classes());
  }

  /** A classifier of what a stage gives for one sample. */
  private static Head linear(CascadeParts parts, Stage stage, long[] given) {
    boolean image = given.length == 3;
    Layer pooling = image ? new GridPooling(stage.width(), LINEAR_NUMBERS) : stage.pooling();
    long[] read = OutputShape.of(pooling, given);
    return Head.linear(pooling, Math.toIntExact(read[0]), parts.classes(), parts.init());
  }

  @Override
  public Method method(MethodParts parts) {
    double similarity = parts.settings().get(SIMILARITY);
    return new LocalSignals(parts.cascade(), parts.objective(), parts.optimizers(), similarity);
  }
}
