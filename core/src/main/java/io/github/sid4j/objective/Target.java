package io.github.sid4j.objective;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.NoisyLabels;
import io.github.sid4j.internal.objective.StoredBeliefs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a batch should be classified as.
 *
 * <p>Immutable as long as nobody changes its tensors; safe for several threads then.
 *
 * @param labels [B], class indices, {@link DType#INT64}
 * @param distribution p_y, [B, N], rows sum to 1
 * @param wrong of the samples whose label is known to be wrong; empty if there is none
 * @param weights what each sample counts in the loss, [B, 1]; empty if all count 1
 * @param stored what the last module believed of the samples in earlier epochs; empty if no loss
 *     reads it
 */
public record Target(
    Tensor labels,
    Tensor distribution,
    Optional<NoisyLabels> wrong,
    Optional<Tensor> weights,
    Optional<StoredBeliefs> stored) {
  /**
   * A target whose labels are not known to be wrong.
   *
   * @param labels [B]
   * @param distribution p_y, [B, N]
   */
  public Target(Tensor labels, Tensor distribution) {
    this(labels, distribution, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The target distribution {@code (1 - smoothing) onehot + smoothing / N}.
   *
   * @param labels class indices, each 0 to N - 1
   * @param classes N
   * @param smoothing 0 (one-hot) up to but not 1
   * @param type of the numbers
   * @return the target of a batch of that many samples
   */
  public static Target of(int[] labels, int classes, double smoothing, DType type) {
    double[] rows = new double[labels.length * classes];
    java.util.Arrays.fill(rows, smoothing / classes);
    long[] indices = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + i + ": expected 0 to " + (classes - 1) + ", found " + labels[i]);
      }
      rows[i * classes + labels[i]] += 1 - smoothing;
      indices[i] = labels[i];
    }
    return new Target(
        Tensor.of(indices, labels.length), Tensor.of(rows, labels.length, classes).to(type));
  }

  /**
   * The target of some samples.
   *
   * @param from the first of them, from 0
   * @param count how many, at least 1
   * @return on the same memory
   */
  public Target part(long from, long count) {
    return map(tensor -> tensor.narrowFirst(from, count));
  }

  /**
   * The same target in other tensors.
   *
   * @param change makes each of them
   * @return of what that gave
   */
  public Target map(UnaryOperator<Tensor> change) {
    return new Target(
        change.apply(labels),
        change.apply(distribution),
        wrong.map(all -> all.map(change)),
        weights.map(change),
        stored.map(all -> all.map(change)));
  }

  /**
   * The same target on a device.
   *
   * @param device of the cascade that learns from it
   * @return itself if it is there
   */
  public Target on(Device device) {
    return device.equals(labels.device()) ? this : map(tensor -> tensor.on(device));
  }

  /**
   * All tensors that it has.
   *
   * @return at least the first two
   */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    map(
        tensor -> {
          tensors.add(tensor);
          return tensor;
        });
    return tensors;
  }

  /**
   * This target with what is known of its labels.
   *
   * @param given the labels that it was made of
   * @param truth for each sample the class that it is really of
   * @return on the same memory, and that of the noisy labels
   */
  public Target knowing(int[] given, int[] truth) {
    return new Target(
        labels, distribution, Optional.of(NoisyLabels.of(given, truth)), weights, stored);
  }

  /**
   * This target with samples that count in the loss by their class. What is measured stays that of
   * samples that count alike.
   *
   * @param given the labels that it was made of
   * @param byClass what a sample of each class counts, at least 0
   * @return on the same memory, and that of the weights
   */
  public Target weighted(int[] given, double... byClass) {
    double[] counts = new double[given.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = byClass[given[i]];
    }
    Tensor column = distribution.factory().of(counts, counts.length, 1).to(distribution.type());
    return new Target(labels, distribution, wrong, Optional.of(column), stored);
  }

  /**
   * This target with what the last module believed of the samples in earlier epochs.
   *
   * @param beliefs of these samples
   * @return on the same memory, and that of the beliefs
   */
  public Target remembering(StoredBeliefs beliefs) {
    return new Target(labels, distribution, wrong, weights, Optional.of(beliefs));
  }

  /**
   * Multiplies rows by what their samples count.
   *
   * @param rows [.., B, N]
   * @return the same tensor if all count 1
   */
  public Tensor weigh(Tensor rows) {
    return weights.map(rows::times).orElse(rows);
  }
}
