package io.github.sid4j.internal.baseline.dni;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameterized;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Predicts the gradient of a loss on features from these and the label (conditional synthetic
 * gradients, Jaderberg et al., ICML 2017): one hidden layer with ReLU, fully connected for vectors
 * [B, C], of 3x3 convolutions for images [B, C, H, W]. The label is read by the hidden layer, at
 * every pixel alike. The last layer begins with zeros, and so with a gradient of 0.
 */
public final class GradientPredictor implements Composite {
  private static final int KERNEL = 3;

  private final boolean ofImages;
  private final Layer hidden;
  private final Linear label;
  private final Layer output;

  /**
   * Makes the predictor.
   *
   * @param channels C
   * @param ofImages whether the features are images, or else vectors
   * @param classes N
   * @param width of the hidden layer
   * @param init draws the parameters
   */
  public GradientPredictor(
      int channels, boolean ofImages, int classes, int width, Initializer init) {
    this.ofImages = ofImages;
    hidden =
        ofImages ? new Conv2d(channels, width, KERNEL, init) : new Linear(channels, width, init);
    label = new Linear(classes, width, init);
    Tensor none = init.constant(0, channels);
    output =
        ofImages
            ? new Conv2d(init.constant(0, channels, width, KERNEL, KERNEL), none, 1, KERNEL / 2)
            : new Linear(init.constant(0, channels, width), none);
  }

  /**
   * Predicts.
   *
   * @param features [B, C] or [B, C, H, W]
   * @param distribution of the labels, [B, N]
   * @return the predicted gradient of each sample's loss on its features, of their shape
   */
  public Tensor forward(Tensor features, Tensor distribution) {
    Tensor read = label.forward(distribution);
    Tensor everywhere = ofImages ? read.reshape(read.size(0), read.size(1), 1, 1) : read;
    Tensor h = hidden.forward(features).plus(everywhere);
    return output.forward(h.inPlace().relu().tensor());
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("hidden", hidden);
    parts.put("label", label);
    parts.put("output", output);
    return parts;
  }
}
