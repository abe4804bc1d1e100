package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Optional;

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

  /**
   * The cascades that a run's network makes.
   *
   * @param own factory of its own network; empty for a built-in one
   * @return of an own network, what the factory makes, cut off and grown as the settings say; the
   *     factory is asked for the cascade before that
   */
  public static CascadeFactory of(Optional<CascadeFactory> own) {
    return own.<CascadeFactory>map(
            factory ->
                (settings, shape, classes, init) ->
                    Reshaping.ofOwn(settings, shape, classes, init, factory))
        .orElse(Cascades::create);
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
