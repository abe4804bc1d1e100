package io.github.sid4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Central differences, the gradient's definition, in double precision. */
public final class Differences {
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 1e-6;

  private Differences() {}

  /**
   * Checks each tensor's gradient along a random direction and in single entries.
   *
   * @param parameters moved and put back
   * @param gradients to check, by the names of the parameters
   * @param loss as a function of the parameters
   */
  public static void check(
      Map<String, Tensor> parameters, Map<String, double[]> gradients, DoubleSupplier loss) {
    Draw draw = new Draw(parameters.size());
    parameters.forEach(
        (name, tensor) -> {
          double[] gradient = gradients.get(name);
          double[] direction = draw.doubles(gradient.length, 1);
          assertAlong(name, tensor, gradient, direction, loss);
          for (int j = 0; j < gradient.length; j += 1 + gradient.length / 3) {
            double[] axis = new double[gradient.length];
            axis[j] = 1;
            assertAlong(name + "[" + j + "]", tensor, gradient, axis, loss);
          }
        });
  }

  private static void assertAlong(
      String what, Tensor tensor, double[] gradient, double[] direction, DoubleSupplier loss) {
    double expected = 0;
    for (int j = 0; j < gradient.length; j++) {
      expected += gradient[j] * direction[j];
    }
    byte[] kept = tensor.toBytes();
    double above = moved(tensor, kept, direction, STEP, loss);
    double below = moved(tensor, kept, direction, -STEP, loss);
    assertThat((above - below) / (2 * STEP))
        .as("along %s", what)
        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
  }

  private static double moved(
      Tensor tensor, byte[] kept, double[] direction, double step, DoubleSupplier loss) {
    try (Scope scope = Scope.open()) {
      double[] values = tensor.toDoubles();
      for (int j = 0; j < values.length; j++) {
        values[j] += step * direction[j];
      }
      tensor.inPlace().copy(Tensor.of(values, tensor.shape()));
      return loss.getAsDouble();
    } finally {
      tensor.setBytes(kept);
    }
  }
}
