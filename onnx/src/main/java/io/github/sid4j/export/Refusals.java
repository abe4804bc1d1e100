package io.github.sid4j.export;

import io.github.sid4j.internal.baseline.equilibrium.EnergyNetwork;
import io.github.sid4j.internal.baseline.equilibrium.StateModule;
import io.github.sid4j.internal.baseline.signals.Projection;
import io.github.sid4j.network.Parameterized;
import java.util.Map;

/** The layers and modules of sid4j that are not written as ONNX, and why. */
final class Refusals {
  private static final String ENERGY =
      "equilibrium-propagation, whose states move until they are at rest";

  /** What is wrong with a cascade that has one of these, by their class. */
  static final Map<Class<? extends Parameterized>, String> REASONS =
      Map.of(
          EnergyNetwork.class, ENERGY,
          StateModule.class, ENERGY,
          Projection.class, "a projection, which training alone looks at");

  private Refusals() {}
}
