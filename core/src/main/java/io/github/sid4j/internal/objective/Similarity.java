package io.github.sid4j.internal.objective;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Norms;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;

/**
 * Similarity matching (Nøkland and Eidnes, ICML 2019, section 2): samples of one class are to have
 * similar features, those of different classes dissimilar ones. What is compared is a matrix of all
 * pairs in the batch, of features and of targets.
 */
public final class Similarity {
  /** Added to the squared length of a vector, so that one of zeros has a direction of zeros. */
  private static final double TINY = 1e-16;

  private Similarity() {}

  /**
   * How far the similarities of features are from those of the targets: the mean of the squared
   * differences over all pairs of samples.
   *
   * @param features [B, n], or images [B, C, H, W]
   * @param target of these samples; its smoothing makes no difference
   * @return a scalar, at least 0, with gradients if the features have them
   */
  public static Tensor loss(Tensor features, Target target) {
    Tensor wanted;
    try (Autograd.Mode off = Autograd.off()) {
      wanted = matrix(target.distribution());
    }
    Tensor difference = matrix(features).minus(wanted);
    return difference.times(difference).sum().times(1.0 / difference.count());
  }

  /**
   * The cosine of the angle between every two samples, each first moved to mean 0. Images are
   * compared by the standard deviation of each channel over its pixels.
   *
   * @param features [B, n], or images [B, C, H, W]
   * @return [B, B], from -1 to 1 up to rounding
   */
  static Tensor matrix(Tensor features) {
    Tensor vectors = vectors(features.widened());
    Tensor centred = vectors.minus(vectors.sumLast().times(1.0 / vectors.size(1)));
    Tensor length = centred.times(centred).sumLast().inPlace().plus(TINY).tensor().sqrt();
    Tensor directions = centred.dividedBy(length);
    return directions.matmul(directions.transposed());
  }

  private static Tensor vectors(Tensor features) {
    boolean image = features.shape().length == 4 && features.size(2) * features.size(3) > 1;
    return image ? Norms.channelDeviations(features) : features.reshape(features.size(0), -1);
  }
}
