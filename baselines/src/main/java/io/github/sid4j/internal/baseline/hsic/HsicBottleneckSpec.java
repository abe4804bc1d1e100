package io.github.sid4j.internal.baseline.hsic;

import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;

/** What {@link HsicBottleneck} is. */
public final class HsicBottleneckSpec implements MethodSpec {
  private static final double HUGE = 1e6;

  public static final Setting<Double> BETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "hsic-beta",
          SettingTypes.decimals(Range.above(0).atMost(HUGE)),
          500.0,
          "Weight of the label against the input in hsic.");

  public static final Setting<Double> SIGMA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "hsic-sigma",
          SettingTypes.decimals(Range.above(0).atMost(HUGE)),
          5.0,
          "Width of the Gaussian kernels of hsic, times the root of how many numbers are compared.");

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("hsic")
        .summary(
            "the blocks of a whole network, each by how its features depend on input and label")
        .paper(
            "The HSIC Bottleneck: Deep Learning without Back-Propagation",
            "Ma, Lewis and Kleijn, AAAI 2020, arXiv 1908.01580")
        .topologies("whole")
        .traits(MethodTrait.PIECE_PER_BLOCK, MethodTrait.PRETRAINED)
        .settings(BETA, SIGMA)
        .build();
  }

  @Override
  public Method method(MethodParts parts) {
    Hsic hsic = new Hsic(parts.settings().get(SIGMA));
    double beta = parts.settings().get(BETA);
    return new HsicBottleneck(parts.cascade(), parts.objective(), parts.optimizers(), hsic, beta);
  }
}
