package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.MlpModule;
import io.github.sid4j.error.InputException;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.network.SimpleCnn;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The built-in networks by the names of {@link Setting#NETWORK}. */
public final class Networks {
  private static final int SMALLEST_CONVOLVED = 16;

  private Networks() {}

  /**
   * What {@code auto} stands for with examples of a shape.
   *
   * @param settings of the run
   * @param shape of one example
   * @return {@code simple-cnn} or {@code mlp}
   */
  public static String resolve(Settings settings, int[] shape) {
    String network = settings.get(Setting.NETWORK);
    if (!network.equals("auto")) {
      return network;
    }
    boolean large =
        shape.length == 3 && shape[1] >= SMALLEST_CONVOLVED && shape[2] >= SMALLEST_CONVOLVED;
    return large ? "simple-cnn" : "mlp";
  }

  /**
   * Makes the network that the settings name, as a {@link CascadeFactory}.
   *
   * @param settings of the run
   * @param shape of one example
   * @param classes N
   * @param init draws the parameters
   * @return the cascade
   * @throws InputException if the network cannot read examples of that shape
   */
  public static Cascade create(Settings settings, int[] shape, int classes, Initializer init) {
    int features = settings.get(Setting.FEATURES);
    Layer extractor =
        switch (resolve(settings, shape)) {
          case "simple-cnn" -> new SimpleCnn(imageChannels(shape), features, init);
          default -> new Mlp(numbers(shape), settings.get(Setting.HIDDEN), features, init);
        };
    return new Cascade(
        extractor,
        IntStream.range(0, settings.get(Setting.MODULES))
            .mapToObj(
                i -> new MlpModule(classes, features, settings.get(Setting.MODULE_HIDDEN), init))
            .toList(),
        classes);
  }

  private static int imageChannels(int[] shape) {
    if (shape.length != 3 || shape[1] < 4 || shape[2] < 4) {
      throw new InputException(
          "network simple-cnn",
          "images of at least 4x4",
          "examples of shape " + Arrays.toString(shape),
          "choose --network mlp");
    }
    return shape[0];
  }

  private static int numbers(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
