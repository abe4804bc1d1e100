package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The extractor of the authors' released code: conv3x3(in, 32), conv3x3(32, 64), 2x2 pooling,
 * conv3x3(64, 128), conv3x3(128, 128), 2x2 pooling, each convolution followed by ReLU; then the
 * global average and linear(128, features). 257,344 parameters for three channels and 128 features.
 * Images [B, in, H, W] with H and W at least 4 to features [B, features].
 */
public final class SimpleCnn implements Layer, Composite {
  private final Conv2d conv1;
  private final Conv2d conv2;
  private final Conv2d conv3;
  private final Conv2d conv4;
  private final Linear fc;

  /**
   * Makes the extractor with drawn parameters.
   *
   * @param channels of the images
   * @param features given for each image; the authors' 128
   * @param init draws the parameters
   */
  public SimpleCnn(int channels, int features, Initializer init) {
    conv1 = new Conv2d(channels, 32, 3, init);
    conv2 = new Conv2d(32, 64, 3, init);
    conv3 = new Conv2d(64, 128, 3, init);
    conv4 = new Conv2d(128, 128, 3, init);
    fc = new Linear(128, features, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor a = relu(conv1.forward(x.channelsLast()));
    // ReLU after pooling gives the same bits as before it, also in the gradients, and has a quarter
    // of the numbers to go through.
    Tensor b = relu(Functional.maxPool2x2(conv2.forward(a)));
    Tensor c = relu(conv3.forward(b));
    Tensor d = relu(Functional.maxPool2x2(conv4.forward(c)));
    return fc.forward(Functional.globalAveragePool(d));
  }

  /** In the memory of its input: no backward here asks for that again. */
  private static Tensor relu(Tensor x) {
    return x.inPlace().relu().tensor();
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("conv1", conv1);
    parts.put("conv2", conv2);
    parts.put("conv3", conv3);
    parts.put("conv4", conv4);
    parts.put("fc", fc);
    return parts;
  }
}
