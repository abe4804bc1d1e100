package io.github.sid4j.internal.probe;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every module of a cascade reads of some examples, as rows of numbers: images of features are
 * averaged down to few pixels, tokens to one.
 *
 * @param modules [n, D_i] in double precision, by module; one tensor for all that read the same
 * @param inputs [n, K] in double precision, the inputs averaged down to few pixels; empty where
 *     they are not wanted
 * @param labels of the samples
 * @param chosen by module, the class that it believes in most
 */
// Of thousands of samples boxed numbers are not wanted.
@SuppressWarnings("ArrayRecordComponent")
record FeatureRows(
    List<Tensor> modules, Optional<Tensor> inputs, int[] labels, List<long[]> chosen) {
  /** The most numbers of a row: the fit inverts a matrix of this side. */
  private static final long WIDEST = 2048;

  /** Pixels along a side that features are averaged to, where that is not too wide. */
  private static final int SIDE = 2;

  private static final int INPUT_SIDE = 8;

  /** Takes examples through a cascade; the rows belong to the scope that is open. */
  static FeatureRows of(Cascade cascade, Examples examples, boolean withInputs) {
    int depth = cascade.depth();
    List<List<Tensor>> parts = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      parts.add(new ArrayList<>());
    }
    List<long[]> chosen = CascadeWalk.places(cascade, examples);
    int[] labels = new int[examples.size()];
    CascadeWalk.over(
        cascade,
        examples,
        (step, scope) -> {
          if (withInputs) {
            parts.get(depth).add(scope.keep(row(step.input(), INPUT_SIDE)));
          }
          for (int i = 0; i < depth; i++) {
            if (reads(cascade, i) == i) {
              parts.get(i).add(scope.keep(row(step.features().get(i), SIDE)));
            }
          }
          CascadeWalk.note(step, chosen);
          Batch batch = step.batch();
          System.arraycopy(batch.labels(), 0, labels, step.from(), batch.size());
        });
    List<Tensor> rows = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      int first = reads(cascade, i);
      rows.add(first == i ? joined(parts.get(i)) : rows.get(first));
    }
    Optional<Tensor> inputs = withInputs ? Optional.of(joined(parts.get(depth))) : Optional.empty();
    return new FeatureRows(rows, inputs, labels, chosen);
  }

  /** The share of samples that a module, from 0, is right about. */
  double accuracy(int module) {
    return RidgeProbe.accuracy(chosen.get(module), labels);
  }

  /** The first module that reads what module i does, from 0. */
  private static int reads(Cascade cascade, int i) {
    int first = i;
    while (first > 0 && !cascade.modules().get(first).carriesStage()) {
      first--;
    }
    return first;
  }

  /** One below another; the parts are freed. */
  private static Tensor joined(List<Tensor> parts) {
    Tensor all = Functional.append(parts);
    parts.forEach(Tensor::close);
    return all;
  }

  private static Tensor row(Tensor features, int side) {
    long[] shape = features.shape();
    Tensor fewer = features.widened();
    if (shape.length == 4) {
      int most = shape[1] * side * side > WIDEST ? 1 : side;
      fewer = Functional.averagePool(fewer, most);
    } else if (shape.length == 3) {
      fewer = fewer.swapped(1, 2).sumLast().times(1.0 / shape[1]);
    }
    return fewer.reshape(shape[0], -1).to(DType.FLOAT64);
  }
}
