package io.github.sid4j.internal.execution;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a batch's samples, on the same memory.
 *
 * @param input [B, ...]
 * @param target of these samples
 */
public record BatchPart(Tensor input, Target target) {
  /**
   * Cuts a batch into parts that differ by at most one sample, the larger ones first.
   *
   * @param input [B, ...]
   * @param target of that batch
   * @param parts how many are wanted, at least 1
   * @return that many in the order of the samples, or B if that is less
   */
  public static List<BatchPart> cut(Tensor input, Target target, int parts) {
    long left = input.size(0);
    int count = (int) Math.min(parts, left);
    List<BatchPart> cut = new ArrayList<>(count);
    long from = 0;
    for (int i = count; i > 0; i--) {
      long length = (left + i - 1) / i;
      cut.add(new BatchPart(input.narrowFirst(from, length), target.part(from, length)));
      from += length;
      left -= length;
    }
    return cut;
  }

  /**
   * How many samples it has.
   *
   * @return B
   */
  public long samples() {
    return input.size(0);
  }
}
