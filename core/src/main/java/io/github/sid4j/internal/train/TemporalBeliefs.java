package io.github.sid4j.internal.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.StoredBeliefs;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What the last module believed of each training sample, a moving average over its visits. It lies
 * in native memory, and a checkpoint has it.
 *
 * <p>An epoch visits a sample at most once. So a sample's belief is read before it is overwritten,
 * and by all modules alike, whether a pipeline has other batches under way or not: within an epoch
 * all read what earlier epochs have left.
 */
public final class TemporalBeliefs implements AutoCloseable {
  private static final String NAME = "beliefs";

  /** [samples, N], on the processor; a row of zeros for a sample that was not visited yet. */
  private final Tensor stored;

  private final double momentum;

  /** The samples of batches that were taken in and are not through. */
  private final Deque<long[]> underWay = new ArrayDeque<>();

  /**
   * Begins without any visit.
   *
   * @param samples of the training part
   * @param classes N
   * @param momentum what a visit leaves of the belief before it, 0 up to but not 1
   */
  public TemporalBeliefs(int samples, int classes, double momentum) {
    this.momentum = momentum;
    try (Scope making = Scope.open()) {
      stored = making.keep(Tensor.full(0, DType.FLOAT32, samples, classes));
    }
  }

  /**
   * A batch's target with what is stored of its samples. The batch counts as taken in.
   *
   * @param share of the full weight that stored beliefs have by now, 0 to 1
   */
  public Target into(Target target, Batch batch, double share) {
    long[] samples = Arrays.stream(batch.indices()).asLongStream().toArray();
    underWay.add(samples);
    Tensor rows = Functional.rows(stored, samples);
    float[] values = rows.toFloats();
    int classes = Math.toIntExact(stored.size(1));
    double[] shares = new double[samples.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = isVisited(values, i * classes, classes) ? share : 0;
    }
    Tensor column = rows.factory().of(shares, shares.length, 1).to(DType.FLOAT32);
    Device device = target.labels().device();
    return target.remembering(new StoredBeliefs(rows.on(device), column.on(device)));
  }

  /**
   * Stores what was believed in a step. Steps come in the order in which their batches were taken
   * in.
   *
   * @throws IllegalStateException if the step reports no beliefs of the batch's samples
   */
  public void learn(StepReport report) {
    List<Measure> modules = report.modules();
    BeliefRows believed = modules.get(modules.size() - 1).beliefs();
    long[] samples = underWay.remove();
    int classes = Math.toIntExact(stored.size(1));
    if (believed.length() != samples.length * classes) {
      throw new IllegalStateException(
          ("a step reported %s numbers of beliefs of %s samples and %s classes; a method that learns"
                  + " from stored beliefs measures by its objective")
              .formatted(believed.length(), samples.length, classes));
    }
    try (Scope writing = Scope.open()) {
      float[] before = Functional.rows(stored, samples).toFloats();
      float[] now = believed.values();
      for (int i = 0; i < samples.length; i++) {
        average(before, now, i * classes, classes);
      }
      stored.inPlace().copyRows(Tensor.of(now, samples.length, classes), samples);
    }
  }

  private void average(float[] before, float[] now, int from, int length) {
    if (isVisited(before, from, length)) {
      for (int k = from; k < from + length; k++) {
        now[k] = (float) (momentum * before[k] + (1 - momentum) * now[k]);
      }
    }
  }

  private static boolean isVisited(float[] rows, int from, int length) {
    for (int k = from; k < from + length; k++) {
      if (rows[k] > 0) {
        return true;
      }
    }
    return false;
  }

  void write(Path file) throws IOException {
    Safetensors.write(file, TensorFiles.contents(tensors()), Map.of());
  }

  /** Takes what {@link #write} has written; nothing is under way then. */
  void read(Path file) throws IOException {
    TensorFiles.restore(file, tensors());
    underWay.clear();
  }

  private Map<String, Tensor> tensors() {
    return Map.of(NAME, stored);
  }

  @Override
  public void close() {
    stored.close();
  }
}
