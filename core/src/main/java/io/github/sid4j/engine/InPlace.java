package io.github.sid4j.engine;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Operations that change a tensor instead of making one, for optimizers and sums of gradients.
 * Except {@link #copy}, they are recorded where gradients are: on parameters they are used with
 * recording off.
 *
 * <p>Safe for several threads, as long as no two change the same tensor.
 */
public final class InPlace {
  private final Tensor tensor;

  public InPlace(Tensor tensor) {
    this.tensor = tensor;
  }

  /**
   * The tensor that is changed.
   *
   * @return itself
   */
  public Tensor tensor() {
    return tensor;
  }

  /**
   * Overwrites all numbers, converted if need be; no gradient is recorded.
   *
   * @param other of a shape that broadcasts to the tensor's
   * @return this
   */
  public InPlace copy(Tensor other) {
    try (Autograd.Mode off = Autograd.off()) {
      tensor.pointer().copy_(other.pointer());
    }
    return this;
  }

  /**
   * Overwrites some of the entries along the first dimension; no gradient is recorded.
   *
   * @param other [number of indices, ...], of the tensor's type
   * @param indices each 0 to B - 1 of the tensor's [B, ...], none twice
   * @return this
   */
  public InPlace copyRows(Tensor other, long... indices) {
    try (Autograd.Mode off = Autograd.off();
        Scope writing = Scope.open()) {
      Tensor places = tensor.factory().of(indices, indices.length);
      tensor.pointer().index_copy_(0, places.pointer(), other.pointer());
    }
    return this;
  }

  /**
   * Adds {@code factor other}.
   *
   * @param other of the tensor's shape
   * @param factor any
   * @return this
   */
  public InPlace plus(Tensor other, double factor) {
    tensor.pointer().add_(other.pointer(), new Scalar(factor));
    return this;
  }

  /**
   * Brings every number into a range.
   *
   * @param least what smaller ones become
   * @param most what larger ones become
   * @return this
   */
  public InPlace clamp(double least, double most) {
    tensor
        .pointer()
        .clamp_(new ScalarOptional(new Scalar(least)), new ScalarOptional(new Scalar(most)));
    return this;
  }

  /**
   * Adds one number to every number.
   *
   * @param value any
   * @return this
   */
  public InPlace plus(double value) {
    tensor.pointer().add_(new Scalar(value));
    return this;
  }

  /**
   * Multiplies every number.
   *
   * @param factor any
   * @return this
   */
  public InPlace times(double factor) {
    tensor.pointer().mul_(new Scalar(factor));
    return this;
  }

  /**
   * Moves the tensor towards another: adds {@code weight (other - tensor)}.
   *
   * @param other of the tensor's shape
   * @param weight 0 to 1
   * @return this
   */
  public InPlace lerp(Tensor other, double weight) {
    tensor.pointer().lerp_(other.pointer(), new Scalar(weight));
    return this;
  }

  /**
   * Adds {@code factor a b}, element by element.
   *
   * @param a of the tensor's shape
   * @param b of the tensor's shape
   * @param factor any
   * @return this
   */
  public InPlace plusProduct(Tensor a, Tensor b, double factor) {
    tensor.pointer().addcmul_(a.pointer(), b.pointer(), new Scalar(factor));
    return this;
  }

  /**
   * Adds {@code factor a / b}, element by element.
   *
   * @param a of the tensor's shape
   * @param b of the tensor's shape
   * @param factor any
   * @return this
   */
  public InPlace plusQuotient(Tensor a, Tensor b, double factor) {
    tensor.pointer().addcdiv_(a.pointer(), b.pointer(), new Scalar(factor));
    return this;
  }

  /**
   * Adds a matrix product.
   *
   * @param a [R, K]
   * @param b [K, M]
   * @return this, on a tensor [R, M]
   */
  public InPlace plusMatmul(Tensor a, Tensor b) {
    tensor.pointer().addmm_(a.pointer(), b.pointer());
    return this;
  }

  /**
   * Sets negative numbers to 0.
   *
   * @return this
   */
  public InPlace relu() {
    torch.relu_(tensor.pointer());
    return this;
  }

  /**
   * Brings every number into 0 to 6.
   *
   * @return this
   */
  public InPlace relu6() {
    torch.relu6_(tensor.pointer());
    return this;
  }
}
