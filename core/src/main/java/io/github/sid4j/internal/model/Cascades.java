package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;

/** Makes the cascade that the method of a run trains, of a built-in network. */
public final class Cascades {
  private Cascades() {}

  /**
   * Makes the cascade that the settings name, as a {@link CascadeFactory}.
   *
   * @param settings of the run
   * @param shape of one example
   * @param classes N
   * @param init draws the parameters
   * @return the cascade
   * @throws io.github.sid4j.error.InputException if the network cannot read examples of that shape,
   *     or be cut so, or is too large for this machine's memory
   */
  public static Cascade create(Settings settings, int[] shape, int classes, Initializer init) {
    CascadeSize.check(settings, shape, classes);
    return made(settings, shape, classes, init);
  }

  /** The cascade with the tensors that an initializer gives, which may be there or not. */
  static Cascade made(Settings settings, int[] shape, int classes, Initializer init) {
    MethodSpec method = MethodSpec.of(settings);
    return Reshaping.of(
        settings,
        shape,
        classes,
        init,
        known -> method.cascade(new BuiltInParts(settings, shape, known, init)));
  }
}
