package io.github.sid4j.bench;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.MlpModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.network.SimpleCnn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The floating-point operations that one step needs by its definition, whoever carries it out: each
 * layer forward once, and backward once for its weights and once for its input, except the first
 * layer, whose input is the data. A multiplication with its addition counts as two. What is not a
 * matrix product or a convolution is left out; it is below one in a hundred.
 */
final class Flops {
  private static final int FORWARD = 2;
  private static final int BACKWARD_EACH = 2;

  private Flops() {}

  /**
   * Counts a step.
   *
   * @param cascade as it was made, in no other precision
   * @param image one example's [channels, height, width]
   * @param batch B
   * @return empty if it has layers whose operations are not known here
   */
  static OptionalLong ofStep(Cascade cascade, List<Integer> image, int batch) {
    Layer trunk = cascade.trunk();
    long all;
    long first;
    if (trunk instanceof SimpleCnn) {
      long pixels = (long) image.get(1) * image.get(2);
      long pooled = (long) (image.get(1) / 2) * (image.get(2) / 2);
      first = weights(trunk, "conv1") * pixels;
      all =
          first
              + weights(trunk, "conv2") * pixels
              + (weights(trunk, "conv3") + weights(trunk, "conv4")) * pooled
              + weights(trunk, "fc");
    } else if (trunk instanceof Mlp) {
      first = weights(trunk, "fc1");
      all = first + weights(trunk, "fc2");
    } else {
      return OptionalLong.empty();
    }
    for (BeliefModule module : cascade.modules()) {
      if (!(module instanceof MlpModule)) {
        return OptionalLong.empty();
      }
      all += module.parameters().tensors().stream().mapToLong(Flops::ofMatrix).sum();
    }
    return OptionalLong.of(batch * ((FORWARD + 2 * BACKWARD_EACH) * all - BACKWARD_EACH * first));
  }

  private static long weights(Layer layer, String name) {
    return layer.parameters().byName().get(name + ".weight").count();
  }

  /** Of a linear layer: its weights; a bias has one dimension and no product. */
  private static long ofMatrix(Tensor parameter) {
    return parameter.shape().length == 2 ? parameter.count() : 0;
  }
}
