package io.github.sid4j.engine;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Attention between the tokens of a sample (Vaswani et al., NIPS 2017). */
public final class Attention {
  private Attention() {}

  /**
   * {@code softmax(q k^T / sqrt(D)) v} for each sample and head.
   *
   * @param qkv queries, keys and values behind each other, each of all heads, [B, T, 3 C]
   * @param heads whose number divides C; D = C / heads
   * @return [B, T, C], the heads' results behind each other
   */
  public static Tensor self(Tensor qkv, int heads) {
    long[] shape = qkv.shape();
    if (shape.length != 3 || shape[2] % (3L * heads) != 0) {
      throw Functional.mismatch("attention", "[B, T, n] with n divisible by " + 3 * heads, shape);
    }
    long width = shape[2] / 3;
    // Queries with keys, and the result with values.
    Tally.add(() -> 2 * shape[0] * shape[1] * shape[1] * width, qkv);
    TensorVector parts =
        torch.unbind(
            qkv.pointer()
                .reshape(shape[0], shape[1], 3, heads, width / heads)
                .permute(2, 0, 3, 1, 4),
            0);
    return new Tensor(
        weighted(parts.get(0), parts.get(1), parts.get(2))
            .transpose(1, 2)
            .reshape(shape[0], shape[1], width));
  }

  /**
   * {@code softmax(q k^T / sqrt(D)) v} of one query for each sample and head.
   *
   * @param q of all heads behind each other, [B, C]
   * @param kv keys and values behind each other, each of all heads, [B, T, 2 C]
   * @param heads whose number divides C; D = C / heads
   * @return [B, C], the heads' results behind each other
   */
  public static Tensor ofOne(Tensor q, Tensor kv, int heads) {
    long[] shape = kv.shape();
    if (shape.length != 3 || shape[2] != 2 * q.size(1) || q.size(1) % heads != 0) {
      throw Functional.mismatch("attention of " + q, "[B, T, 2 C] with heads dividing C", shape);
    }
    long width = q.size(1);
    Tally.add(() -> 2 * shape[0] * shape[1] * width, kv);
    TensorVector parts =
        torch.unbind(
            kv.pointer()
                .reshape(shape[0], shape[1], 2, heads, width / heads)
                .permute(2, 0, 3, 1, 4),
            0);
    return new Tensor(
        weighted(q.pointer().reshape(shape[0], heads, 1, width / heads), parts.get(0), parts.get(1))
            .reshape(shape[0], width));
  }

  /**
   * The values [B, h, T, D], weighted for each of n queries [B, h, n, D]. In bfloat16 by products
   * of matrices: libtorch's fused attention has no fast product of that type, and takes 16 times as
   * long.
   */
  private static org.bytedeco.pytorch.Tensor weighted(
      org.bytedeco.pytorch.Tensor q, org.bytedeco.pytorch.Tensor k, org.bytedeco.pytorch.Tensor v) {
    if (DType.of(v.scalar_type()) != DType.BFLOAT16) {
      return torch.scaled_dot_product_attention(q, k, v);
    }
    // Without the mode, softmax would make a copy of the scores in single precision.
    try (Precision.Mode mode = Precision.FP32.open();
        org.bytedeco.pytorch.Tensor scores = torch.matmul(q, k.transpose(-2, -1))) {
      scores.mul_(new Scalar(1 / Math.sqrt((double) q.size(-1))));
      // Neither gradient needs the scores: they are freed at once.
      return torch.matmul(torch.softmax(scores, -1), v);
    }
  }
}
