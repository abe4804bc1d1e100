package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Tally;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The layers' arithmetic as functions of inputs and weights. Shapes are checked here, in our words,
 * because libtorch's own complaints name neither the layer nor what was expected.
 *
 * <p>Safe for several threads, each with tensors that no other changes.
 */
public final class Functional {
  private Functional() {}

  /**
   * A fully connected layer: {@code x w^T + b}.
   *
   * @param x [B, in]
   * @param weight [out, in]
   * @param bias [out]
   * @return [B, out]
   */
  public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    long[] shape = x.shape();
    if (shape.length != 2 || shape[1] != weight.size(1)) {
      throw mismatch("a linear layer", "[B, " + weight.size(1) + "]", shape);
    }
    Tally.add(() -> shape[0] * weight.count(), x);
    return new Tensor(torch.linear(x.pointer(), weight.pointer(), optional(bias)));
  }

  /**
   * The product of two matrices.
   *
   * @param a [n, k]
   * @param b [k, m], of the same type
   * @return [n, m]
   */
  public static Tensor matrixProduct(Tensor a, Tensor b) {
    long[] shape = b.shape();
    if (shape.length != 2 || a.shape().length != 2 || shape[0] != a.size(1)) {
      throw mismatch("a product with " + a, "of as many rows as that has columns", shape);
    }
    return new Tensor(torch.mm(a.pointer(), b.pointer()));
  }

  /**
   * A convolution of stride 1, padded with zeros so that sizes stay.
   *
   * @param x [B, in, H, W]
   * @param weight [out, in, k, k], k odd
   * @param bias [out]
   * @return [B, out, H, W]
   */
  public static Tensor conv2d(Tensor x, Tensor weight, Tensor bias) {
    return conv2d(x, weight, bias, 1, (int) weight.size(2) / 2);
  }

  /**
   * A convolution.
   *
   * @param x [B, in, H, W], H and W with their padding at least k
   * @param weight [out, in, k, k]
   * @param bias [out], or null for none
   * @param stride step of the kernel, at least 1
   * @param padding zeros around the image on every side, at least 0
   * @return [B, out, H', W'] with {@code H' = (H + 2 padding - k) / stride + 1}, rounded down
   */
  public static Tensor conv2d(
      Tensor x, Tensor weight, @Nullable Tensor bias, int stride, int padding) {
    return Windows.conv2d(x, weight, bias, stride, padding, 1);
  }

  /**
   * The largest of each 2x2 block.
   *
   * @param x [B, C, H, W], H and W at least 2
   * @return [B, C, H/2, W/2], rounded down
   */
  public static Tensor maxPool2x2(Tensor x) {
    long[] shape = x.shape();
    if (shape.length != 4 || shape[2] < 2 || shape[3] < 2) {
      throw mismatch("2x2 pooling", "[B, C, H, W] with H and W at least 2", shape);
    }
    return new Tensor(torch.max_pool2d(x.pointer(), 2, 2));
  }

  /**
   * The mean over the image of each channel.
   *
   * @param x [B, C, H, W]
   * @return [B, C]
   */
  public static Tensor globalAveragePool(Tensor x) {
    long[] shape = x.shape();
    if (shape.length != 4) {
      throw mismatch("the global average", "[B, C, H, W]", shape);
    }
    return new Tensor(x.pointer().mean(new long[] {2, 3}, false, new ScalarTypeOptional()));
  }

  /**
   * Averages images down to a number of pixels; smaller ones stay as they are.
   *
   * @param x [B, C, H, W]
   * @param side highest height and width of the result, at least 1
   * @return [B, C, min(H, side), min(W, side)]
   */
  public static Tensor averagePool(Tensor x, long side) {
    long[] shape = x.shape();
    if (shape.length != 4) {
      throw mismatch("average pooling", "[B, C, H, W]", shape);
    }
    long height = Math.min(shape[2], side);
    long width = Math.min(shape[3], side);
    return height == shape[2] && width == shape[3]
        ? x
        : new Tensor(torch.adaptive_avg_pool2d(x.pointer(), height, width));
  }

  /**
   * The positive part, element by element.
   *
   * @param x any
   * @return of its shape
   */
  public static Tensor relu(Tensor x) {
    return new Tensor(torch.relu(x.pointer()));
  }

  /**
   * {@code x P(X <= x)} for a standard normal X, element by element (Hendrycks and Gimpel, 2016,
   * arXiv 1606.08415), not its approximation.
   *
   * @param x any
   * @return of its shape
   */
  public static Tensor gelu(Tensor x) {
    return new Tensor(torch.gelu(x.pointer()));
  }

  /**
   * The sine, element by element.
   *
   * @param x in radians
   * @return of its shape
   */
  public static Tensor sine(Tensor x) {
    return new Tensor(torch.sin(x.pointer()));
  }

  /**
   * The cosine, element by element.
   *
   * @param x in radians
   * @return of its shape
   */
  public static Tensor cosine(Tensor x) {
    return new Tensor(torch.cos(x.pointer()));
  }

  /**
   * Softmax over the last dimension.
   *
   * @param logits [..., N]
   * @return of its shape; rows sum to 1
   */
  public static Tensor softmax(Tensor logits) {
    return new Tensor(torch.softmax(logits.pointer(), -1));
  }

  /**
   * The logarithm of {@link #softmax}, without its underflow.
   *
   * @param logits [..., N]
   * @return of its shape, at most 0
   */
  public static Tensor logSoftmax(Tensor logits) {
    return new Tensor(torch.log_softmax(logits.pointer(), -1));
  }

  /**
   * {@code x log y} with {@code 0 log y = 0}, element by element.
   *
   * @param x any
   * @param y of its shape
   * @return of its shape
   */
  public static Tensor xLogY(Tensor x, Tensor y) {
    return new Tensor(torch.xlogy(x.pointer(), y.pointer()));
  }

  /**
   * The gradient on the input of {@link #relu}.
   *
   * @param gradient on its output
   * @param output of it, of the gradient's shape
   * @return the gradient where the output is above 0, else 0
   */
  public static Tensor reluBackward(Tensor gradient, Tensor output) {
    return new Tensor(
        torch.threshold_backward(gradient.pointer(), output.pointer(), new Scalar(0)));
  }

  /**
   * Puts tensors of one shape behind each other.
   *
   * @param parts at least one
   * @return with a first dimension of their number
   */
  public static Tensor stack(List<Tensor> parts) {
    return new Tensor(torch.stack(Autograd.vector(parts)));
  }

  /**
   * Puts stacks behind each other.
   *
   * @param parts each [n_i, ...], alike but for n_i, at least one
   * @return [sum of n_i, ...]
   */
  public static Tensor append(List<Tensor> parts) {
    return new Tensor(torch.cat(Autograd.vector(parts), 0));
  }

  /**
   * Some of the entries along the first dimension.
   *
   * @param x [B, ...]
   * @param indices each 0 to B - 1
   * @return [number of indices, ...], in their order, on memory of its own
   */
  public static Tensor rows(Tensor x, long... indices) {
    return new Tensor(
        x.pointer().index_select(0, x.factory().of(indices, indices.length).pointer()));
  }

  /**
   * Joins rows end to end.
   *
   * @param parts each [..., B, n_i]
   * @return [..., B, sum of n_i], in the order given
   */
  public static Tensor concatenate(Tensor... parts) {
    long[] first = parts[0].shape();
    for (Tensor part : parts) {
      long[] shape = part.shape();
      if (shape.length < 2
          || !Arrays.equals(shape, 0, shape.length - 1, first, 0, first.length - 1)) {
        first[first.length - 1] = -1;
        throw mismatch("joining rows", Arrays.toString(first).replace("-1", "n"), shape);
      }
    }
    return new Tensor(torch.cat(Autograd.vector(List.of(parts)), -1));
  }

  /**
   * Puts one token before those of every sample.
   *
   * @param token [1, 1, C]
   * @param x [B, T, C]
   * @return [B, T + 1, C]
   */
  public static Tensor prepend(Tensor token, Tensor x) {
    Tensor first = new Tensor(token.pointer().expand(x.size(0), 1, x.size(2)));
    return new Tensor(torch.cat(Autograd.vector(List.of(first, x)), 1));
  }

  /** An argument that may be missing. */
  static TensorOptional optional(@Nullable Tensor tensor) {
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor.pointer());
  }

  static IllegalArgumentException mismatch(String what, String expected, long[] found) {
    return new IllegalArgumentException(
        what + " expected input " + expected + ", found " + Arrays.toString(found));
  }
}
