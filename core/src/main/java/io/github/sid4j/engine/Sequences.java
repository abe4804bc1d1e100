package io.github.sid4j.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Operations on sequences of tokens, some of which are padding. Safe for several threads, each with
 * tensors that no other changes.
 */
public final class Sequences {
  private Sequences() {}

  /**
   * The vector of each token.
   *
   * @param weight a row for each id, [V, C]
   * @param ids whole numbers of 0 to V - 1 in any type, [B, T]
   * @return [B, T, C]
   */
  public static Tensor embed(Tensor weight, Tensor ids) {
    long[] shape = ids.shape();
    if (shape.length != 2) {
      throw Functional.mismatch("an embedding", "[B, T]", shape);
    }
    return new Tensor(torch.embedding(weight.pointer(), ids.to(DType.INT64).pointer()));
  }

  /**
   * Which tokens are there.
   *
   * @param ids [B, T]
   * @param padding the id of padding
   * @param type of the result
   * @return 1 for a token and 0 for padding, [B, T, 1]
   */
  public static Tensor there(Tensor ids, int padding, DType type) {
    return new Tensor(ids.pointer().ne(new Scalar(padding)).to(type.nativeType).unsqueeze(-1));
  }

  /**
   * Each token with its neighbours, joined in their order; zeros where a sequence ends.
   *
   * @param x [B, T, C]
   * @param width of a window, at least 1; the tokens before are (width - 1) / 2, rounded down
   * @return [B, T, width C]
   */
  public static Tensor windows(Tensor x, int width) {
    long[] shape = x.shape();
    if (shape.length != 3) {
      throw Functional.mismatch("windows of tokens", "[B, T, C]", shape);
    }
    long before = (width - 1L) / 2;
    Tensor padded =
        new Tensor(
            torch.constant_pad_nd(x.pointer(), new long[] {0, 0, before, width - 1 - before}));
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      parts.add(new Tensor(padded.pointer().narrow(1, i, shape[1])));
    }
    return new Tensor(torch.cat(Autograd.vector(parts), -1));
  }

  /**
   * The largest number of each channel.
   *
   * @param x [B, T, C]
   * @return [B, C]
   */
  public static Tensor largest(Tensor x) {
    return new Tensor(x.pointer().amax(new long[] {1}, false));
  }

  /**
   * The mean of the tokens that are there.
   *
   * @param x [B, T, C]
   * @param there as {@link #there} gives it
   * @return [B, C]; zeros where all is padding
   */
  public static Tensor mean(Tensor x, Tensor there) {
    Tensor sum = sumOfTokens(x.times(there));
    Tensor count = new Tensor(sumOfTokens(there).pointer().clamp_min(new Scalar(1)));
    return sum.dividedBy(count);
  }

  private static Tensor sumOfTokens(Tensor x) {
    return new Tensor(x.pointer().sum(new long[] {1}, false, new ScalarTypeOptional()));
  }
}
