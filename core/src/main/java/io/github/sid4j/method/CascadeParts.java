package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * What a method's cascade can be made of: what the settings name. Every call makes new layers with
 * parameters of their own, drawn in the order of the calls.
 *
 * <p>An implementation is called by one thread at a time.
 */
public interface CascadeParts {
  /** The settings of the run. */
  Settings settings();

  /** Shape of one example: [channels, height, width] or [features]. */
  int[] shape();

  /** N, the number of classes. */
  int classes();

  /** Draws the parameters. */
  Initializer init();

  /**
   * How many numbers an example has.
   *
   * @return the product of its shape
   */
  default int numbers() {
    return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
  }

  /**
   * The network that the settings name, as one layer.
   *
   * @return with its width
   * @throws io.github.sid4j.error.InputException if it cannot read examples of that shape, or has
   *     fewer blocks than stages are wanted
   */
  WholeNetwork network();

  /**
   * The network that the settings name, cut.
   *
   * @return its stages, in order
   * @throws io.github.sid4j.error.InputException as {@link #network}
   */
  List<Stage> stages();

  /**
   * The cascade that the setting {@code topology} names: modules behind one network, a stage in
   * each module, or a network with one classifier.
   *
   * @return what methods train that bring no parts of their own
   * @throws io.github.sid4j.error.InputException as {@link #network}
   */
  Cascade usual();
}
