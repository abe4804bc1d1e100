package io.github.sid4j.internal.baseline.forward;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.internal.network.LayerRandom;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The extractor of a cascade that tries every label on every sample, as forward-forward does: a
 * label is put before a sample's numbers, one-hot, and {@link GoodnessModule}s measure how well
 * they go together. It also draws the negative labels of training.
 */
public final class LabelCandidates implements Layer {
  private final int classes;
  private final LayerRandom draws;

  /**
   * Makes the extractor.
   *
   * @param classes N
   * @param init numbers the draws
   */
  public LabelCandidates(int classes, Initializer init) {
    this.classes = classes;
    this.draws = new LayerRandom(init);
  }

  /**
   * N, how many labels are tried.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * Samples with one label each.
   *
   * @param x [B, ...]
   * @param labels [B, N], one-hot
   * @return [B, N + numbers of a sample]
   */
  public Tensor with(Tensor x, Tensor labels) {
    return Functional.concatenate(labels, x.reshape(x.size(0), -1));
  }

  /**
   * The right label for each sample.
   *
   * @param labels [B]
   * @param type of the result
   * @return [B, N], one-hot
   */
  public Tensor right(Tensor labels, DType type) {
    return oneHot(
        labels.factory(), Arrays.stream(labels.toDoubles()).mapToInt(label -> (int) label), type);
  }

  /**
   * A negative label for each sample: any but the right one, all equally probable.
   *
   * @param labels the right ones, [B]
   * @param type of the result
   * @return [B, N], one-hot; drawn for the step
   */
  public Tensor wrong(Tensor labels, DType type) {
    double[] right = labels.toDoubles();
    int[] turns = draws.below(classes - 1, right.length);
    return oneHot(
        labels.factory(),
        IntStream.range(0, right.length).map(i -> ((int) right[i] + 1 + turns[i]) % classes),
        type);
  }

  private Tensor oneHot(TensorFactory factory, IntStream labels, DType type) {
    int[] hot = labels.toArray();
    double[] rows = new double[hot.length * classes];
    for (int i = 0; i < hot.length; i++) {
      rows[i * classes + hot[i]] = 1;
    }
    return factory.of(rows, hot.length, classes).to(type);
  }

  /** Every label with every sample, and no goodness yet: [B, N, N + numbers of a sample + 1]. */
  @Override
  public Tensor forward(Tensor x) {
    long batch = x.size(0);
    Tensor labels = oneHot(x.factory(), IntStream.range(0, classes), x.type()).repeated(batch);
    Tensor samples = x.reshape(batch, -1).repeated(classes).swapped(0, 1);
    return Functional.concatenate(
        labels, samples, x.factory().full(0, x.type(), batch, classes, 1));
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
