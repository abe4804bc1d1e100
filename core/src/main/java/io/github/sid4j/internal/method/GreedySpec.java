package io.github.sid4j.internal.method;

import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.Sid;
import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;

/**
 * What decoupled greedy learning is: {@link Sid} on stages, with alpha 1 and heads that read no
 * belief.
 */
public final class GreedySpec implements MethodSpec {
  private static final String REMEDY = "leave it out or choose method sid";

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("dgl")
        .summary("stages, each by the target alone, with heads that read no belief")
        .paper(
            "Decoupled Greedy Learning of CNNs",
            "Belilovsky, Eickenberg and Oyallon, ICML 2020, arXiv 1901.08164")
        .topologies("staged")
        .traits(
            MethodTrait.DECOUPLED,
            MethodTrait.ANY_EXECUTION,
            MethodTrait.OVERLAP,
            MethodTrait.LOSS_OF_EACH_MODULE,
            MethodTrait.EVERY_MODULE_ANSWERS,
            MethodTrait.WEIGHS_CLASSES,
            MethodTrait.COUNTED_OPERATIONS,
            MethodTrait.GROWS,
            MethodTrait.TRAINS_GROWN,
            MethodTrait.PRETRAINED)
        .byDefault(ObjectiveSetting.ALPHA, AlphaSpec.parse("1"))
        .byDefault(ModelSetting.BELIEF_INPUT, false)
        .conditions(
            MethodCondition.equal(ModelSetting.BELIEF_INPUT, false).remedy(REMEDY),
            MethodCondition.equal(ModelSetting.RESIDUAL_BELIEFS, false).remedy(REMEDY),
            new MethodCondition(ObjectiveSetting.ALPHA, GreedySpec::targetAlone, "1", REMEDY))
        .build();
  }

  /** It knows no consistency with the belief before. */
  private static boolean targetAlone(Settings settings) {
    double[] alpha = settings.get(ObjectiveSetting.ALPHA).resolve(settings.length());
    return Arrays.stream(alpha).allMatch(one -> one == 1);
  }

  @Override
  public Method method(MethodParts parts) {
    return new SidSpec().method(parts);
  }
}
