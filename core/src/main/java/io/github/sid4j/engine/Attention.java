package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Tally;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Attention between the tokens of a sample (Vaswani et al., NIPS 2017). Safe for several threads,
 * each with tensors that no other changes.
 */
public final class Attention {
  private static final double ABSENT = 1e9;

  private Attention() {}

  /**
   * {@code softmax(q k^T / sqrt(D)) v} for each sample and head.
   *
   * @param qkv queries, keys and values behind each other, each of all heads, [B, T, 3 C]
   * @param heads whose number divides C; D = C / heads
   * @return [B, T, C], the heads' results behind each other
   */
  public static Tensor self(Tensor qkv, int heads) {
    return self(qkv, heads, null);
  }

  /**
   * The same between those tokens of a sample that are there.
   *
   * @param qkv as above
   * @param heads as above
   * @param there 1 for a token that is there and 0 for padding, [B, T, 1]; null if all are
   * @return as above; what padding gets is of no use
   */
  public static Tensor self(Tensor qkv, int heads, @Nullable Tensor there) {
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
        weighted(parts.get(0), parts.get(1), parts.get(2), there)
            .transpose(1, 2)
            .reshape(shape[0], shape[1], width));
  }

  /**
   * {@code softmax(q k^T / sqrt(D)) v} of one query for each sample and head, where keys and values
   * are a linear layer's of the tokens. They are not computed: a query times a key is the query
   * taken back through the layer, times the token, and a sum of values is the layer's of a sum of
   * tokens. So its cost is that of one token for each sample, not of all. What the layer's bias
   * adds to all keys alike changes no softmax.
   *
   * @param q of all heads behind each other, [B, C]
   * @param tokens [B, T, E]
   * @param weight of the layer, keys and values behind each other, each of all heads, [2 C, E]
   * @param bias of the layer, [2 C]
   * @param heads whose number divides C; D = C / heads
   * @return [B, C], the heads' results behind each other
   */
  public static Tensor ofOne(Tensor q, Tensor tokens, Tensor weight, Tensor bias, int heads) {
    return ofOne(q, tokens, null, weight, bias, heads);
  }

  /**
   * The same on those tokens of a sample that are there.
   *
   * @param q as above
   * @param tokens as above
   * @param there 1 for a token that is there and 0 for padding, [B, T, 1]; null if all are
   * @param weight as above
   * @param bias as above
   * @param heads as above
   * @return as above
   */
  public static Tensor ofOne(
      Tensor q, Tensor tokens, @Nullable Tensor there, Tensor weight, Tensor bias, int heads) {
    long[] shape = tokens.shape();
    long batch = q.size(0);
    long width = q.size(1);
    if (shape.length != 3
        || shape[2] != weight.size(1)
        || weight.size(0) != 2 * width
        || width % heads != 0) {
      throw Functional.mismatch(
          "attention of " + q + " by " + weight, "[B, T, E] with heads dividing C", shape);
    }
    // For each head a product with every token, and another for the result; and once the layer's.
    Tally.add(() -> batch * (2 * shape[1] * heads + 2 * width) * shape[2], tokens);
    long each = width / heads;
    torch.ScalarType type = q.pointer().scalar_type();
    // What is read is rounded here and once, instead of at each product.
    try (Precision.Mode mode = Precision.FP32.open()) {
      org.bytedeco.pytorch.Tensor read = tokens.pointer().to(type);
      org.bytedeco.pytorch.Tensor layer =
          weight.pointer().to(type).reshape(2, heads, each, shape[2]);
      org.bytedeco.pytorch.Tensor asked =
          torch.matmul(q.pointer().reshape(batch, heads, each).transpose(0, 1), layer.select(0, 0));
      // [B, T, h], so that gradients on the tokens come in their order.
      org.bytedeco.pytorch.Tensor scores = torch.matmul(read, asked.permute(1, 2, 0));
      scores.mul_(new Scalar(1 / Math.sqrt((double) each)));
      org.bytedeco.pytorch.Tensor weights =
          torch.softmax(there == null ? scores : scores.add(absence(there, type)), 1);
      org.bytedeco.pytorch.Tensor gathered =
          torch.matmul(weights.transpose(1, 2), read).transpose(0, 1);
      return new Tensor(
          torch
              .matmul(gathered, layer.select(0, 1).transpose(1, 2))
              .transpose(0, 1)
              .reshape(batch, width)
              .add(bias.pointer().to(type).narrow(0, width, width)));
    }
  }

  /**
   * The values, weighted for each query, all [B, h, T, D]. In bfloat16 by products of matrices on
   * the processor: libtorch's fused attention has no fast product of that type there, and takes 16
   * times as long.
   */
  private static org.bytedeco.pytorch.Tensor weighted(
      org.bytedeco.pytorch.Tensor q,
      org.bytedeco.pytorch.Tensor k,
      org.bytedeco.pytorch.Tensor v,
      @Nullable Tensor there) {
    // [B, 1, 1, T], for all heads and queries.
    org.bytedeco.pytorch.Tensor absence =
        there == null ? null : absence(there, v.scalar_type()).transpose(1, 2).unsqueeze(1);
    if (DType.of(v.scalar_type()) != DType.BFLOAT16 || !v.is_cpu()) {
      return absence == null
          ? torch.scaled_dot_product_attention(q, k, v)
          : torch.scaled_dot_product_attention(
              q, k, v, new TensorOptional(absence), 0, false, new DoubleOptional(), false);
    }
    // Without the mode, softmax would make a copy of the scores in single precision.
    try (Precision.Mode mode = Precision.FP32.open();
        org.bytedeco.pytorch.Tensor scores = torch.matmul(q, k.transpose(-2, -1))) {
      scores.mul_(new Scalar(1 / Math.sqrt((double) q.size(-1))));
      if (absence != null) {
        scores.add_(absence);
      }
      // Neither gradient needs the scores: they are freed at once.
      return torch.matmul(torch.softmax(scores, -1), v);
    }
  }

  /**
   * What is added to scores so that softmax gives padding exactly 0: not infinite, so that a sample
   * of padding alone still has numbers.
   */
  private static org.bytedeco.pytorch.Tensor absence(Tensor there, torch.ScalarType type) {
    return there.pointer().detach().sub(new Scalar(1)).mul(new Scalar(ABSENT)).to(type);
  }
}
