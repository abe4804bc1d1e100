package io.github.sid4j.method;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The mean of gradients that come one after the other, of the parts of a batch. Between the first
 * and the last of them it holds one tensor for each gradient.
 */
final class GradientMean {
  private final int count;
  private final List<Tensor> sums = new ArrayList<>();
  private int added;

  /**
   * The mean of so many.
   *
   * @param count at least 1; of 1 nothing is held, and what comes is handed on as it is
   */
  GradientMean(int count) {
    this.count = count;
  }

  /**
   * Takes the gradients of the next part, and hands the mean on if that was the last.
   *
   * @param gradients not needed after the call
   * @param whole gets the mean, which is only valid during its call
   */
  void add(List<Tensor> gradients, Consumer<List<Tensor>> whole) {
    if (count == 1) {
      whole.accept(gradients);
      return;
    }
    if (added == 0) {
      copy(gradients);
    } else {
      for (int i = 0; i < sums.size(); i++) {
        sums.get(i).inPlace().plus(gradients.get(i), 1);
      }
    }
    added++;
    if (added == count) {
      sums.forEach(sum -> sum.inPlace().times(1.0 / count));
      whole.accept(sums);
      forget();
    }
  }

  private void copy(List<Tensor> gradients) {
    try (Scope scope = Scope.open()) {
      gradients.forEach(gradient -> sums.add(scope.keep(gradient.copy())));
    }
  }

  /** Frees what it holds, and begins again. */
  void forget() {
    sums.forEach(Tensor::close);
    sums.clear();
    added = 0;
  }
}
