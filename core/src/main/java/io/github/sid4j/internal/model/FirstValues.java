package io.github.sid4j.internal.model;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.DeferredDraws;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Collection;

/**
 * The first values of a network that is opened, not trained: those that its file has are not drawn.
 *
 * @param initializer makes the tensors of the network
 * @param later draws what the file does not have
 */
public record FirstValues(Initializer initializer, DeferredDraws later) {
  /**
   * How the network of a run is made.
   *
   * @param settings of the run
   * @param own whether it is a network of the caller, whose constructors may read the values that
   *     they are given: these are drawn at once
   * @param device that it is to compute on
   */
  public static FirstValues of(Settings settings, boolean own, Device device) {
    DeferredDraws later = new DeferredDraws();
    long seed = settings.get(RunSetting.SEED);
    return new FirstValues(
        own
            ? new Initializer(seed, DType.FLOAT32, device)
            : Initializer.deferring(seed, device, later),
        later);
  }

  /**
   * Called as soon as the network is made, before its file is read.
   *
   * @param named the tensors that the file has
   */
  public void drawAllBut(Collection<Tensor> named) {
    later.drawAllBut(named);
  }
}
