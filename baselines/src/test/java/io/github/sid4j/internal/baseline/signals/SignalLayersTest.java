package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.testkit.LayerGradients;
import org.junit.jupiter.api.Test;

class SignalLayersTest {
  private static final long[] IMAGES = {2, 3, 5, 4};

  @Test
  void gradientsOfTheGridAreThoseOfTheForward() {
    Engine.useThreads(1);
    LayerGradients.check(init -> new GridPooling(3, 12), IMAGES);
  }

  @Test
  void gradientsOfTheProjectionAreThoseOfTheForwardInTrainingToo() {
    Engine.useThreads(1);
    LayerGradients.check(init -> new Projection(3, true, init), IMAGES);
    try (Pass training = Pass.training(1, 2)) {
      LayerGradients.check(init -> new Projection(3, true, init), IMAGES);
    }
  }
}
