package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.ThreadScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The {@link MlpModule}s of a cascade computed as one, forward and backward, for one batch. Of L
 * modules on one extractor only the little that a belief decides has to wait for the module before:
 * the products with the features are one product for all of them, and so are those of the backward.
 *
 * <p>The gradients are written out, for no recorded graph would have this shape. They are those of
 * {@link MlpModule} up to the order of sums. All is computed without recording.
 */
public final class MlpBatch {
  private final Precision precision;
  private final Tensor weight1;
  private final Tensor bias1;
  private final Tensor weight2;
  private final Tensor bias2;
  private final Tensor ofFeatures;

  private MlpBatch(Cascade cascade) {
    precision = cascade.precision();
    weight1 = stacked(cascade, 0);
    bias1 = stacked(cascade, 1);
    weight2 = stacked(cascade, 2);
    bias2 = stacked(cascade, 3);
    long classes = cascade.classes();
    long features = weight1.size(2) - classes;
    // [L H, F]: the part of the first layers that the features meet.
    ofFeatures = weight1.narrowLast(classes, features).reshape(-1, features);
  }

  /**
   * Whether the modules of a cascade can be computed so.
   *
   * @param cascade any
   * @return whether all of its modules are {@link MlpModule}s of one shape
   */
  public static boolean fits(Cascade cascade) {
    List<BeliefModule> modules = cascade.plainModules();
    return modules.stream()
        .allMatch(module -> module instanceof MlpModule && sameShapes(module, modules.get(0)));
  }

  /**
   * Puts the parameters of a cascade's modules side by side, as they are at this moment.
   *
   * @param cascade that {@linkplain #fits fits}
   * @return for one step
   */
  public static MlpBatch of(Cascade cascade) {
    return new MlpBatch(cascade);
  }

  /**
   * What the modules made of a batch.
   *
   * @param beliefs p_0 to p_L
   * @param inputs what the first layers read, [L, B, N + F]
   * @param hidden what they gave after ReLU, [L, B, H]
   */
  public record Forward(List<Belief> beliefs, Tensor inputs, Tensor hidden) {}

  /**
   * The modules' gradients.
   *
   * @param modules for each its parameters' gradients, in their order
   * @param features on the features, summed over the modules, [B, F]
   */
  public record Gradients(List<List<Tensor>> modules, Tensor features) {}

  /**
   * Computes all beliefs.
   *
   * @param features z, [B, F]
   * @param first p_0
   * @return with what the backward needs
   */
  public Forward forward(Tensor features, Belief first) {
    long batch = features.size(0);
    long depth = weight1.size(0);
    long width = weight1.size(1);
    long classes = weight2.size(1);
    Tensor hidden;
    try (Precision.Mode mode = precision.open()) {
      hidden = Functional.linear(features, ofFeatures, bias1.reshape(-1)).widened();
    }
    // [L, B, H], a view: each module's share is added to and cut off in place.
    hidden = hidden.reshape(batch, depth, width).swapped(0, 1);
    Tensor ofBelief = weight1.narrowLast(0, classes).transposed();
    List<Tensor> read = new ArrayList<>();
    List<Tensor> logits = new ArrayList<>();
    Tensor p = first.probabilities();
    try (ThreadScope one = ThreadScope.one()) {
      for (int i = 0; i < depth; i++) {
        read.add(p);
        Tensor h = hidden.row(i).inPlace().plusMatmul(p, ofBelief.row(i)).relu().tensor();
        logits.add(Functional.linear(h, weight2.row(i), bias2.row(i)));
        p = Functional.softmax(logits.get(i));
      }
    }
    // No module waits for a logarithm, so that all are taken at once.
    Tensor logarithms = Functional.logSoftmax(Functional.stack(logits));
    List<Belief> beliefs = new ArrayList<>();
    beliefs.add(first);
    for (int i = 0; i < depth; i++) {
      beliefs.add(new Belief(i + 1 < depth ? read.get(i + 1) : p, logarithms.row(i)));
    }
    Tensor inputs = Functional.concatenate(Functional.stack(read), features.repeated(depth));
    return new Forward(beliefs, inputs, hidden);
  }

  /**
   * Takes all gradients.
   *
   * @param done of this batch
   * @param logits the gradients on the modules' logits, [L, B, N]
   * @return of the modules' parameters and the features
   */
  public Gradients backward(Forward done, Tensor logits) {
    try (Precision.Mode mode = precision.open()) {
      Tensor hidden = Functional.reluBackward(logits.matmul(weight2).widened(), done.hidden());
      Tensor dWeight2 = logits.transposed().matmul(done.hidden()).widened();
      Tensor dWeight1 = hidden.transposed().matmul(done.inputs()).widened();
      Tensor dBias2 = logits.transposed().sumLast().reshape(logits.size(0), -1);
      Tensor dBias1 = hidden.transposed().sumLast().reshape(logits.size(0), -1);
      Tensor side = hidden.swapped(0, 1).reshape(hidden.size(1), -1);
      Tensor features = side.matmul(ofFeatures).widened();
      List<List<Tensor>> modules = new ArrayList<>();
      for (int i = 0; i < weight1.size(0); i++) {
        modules.add(List.of(dWeight1.row(i), dBias1.row(i), dWeight2.row(i), dBias2.row(i)));
      }
      return new Gradients(modules, features);
    }
  }

  private static Tensor stacked(Cascade cascade, int parameter) {
    return Functional.stack(
        cascade.modules().stream()
            .map(module -> module.parameters().tensors().get(parameter))
            .toList());
  }

  private static boolean sameShapes(BeliefModule one, BeliefModule other) {
    List<Tensor> ones = one.parameters().tensors();
    List<Tensor> others = other.parameters().tensors();
    for (int i = 0; i < ones.size(); i++) {
      if (!Arrays.equals(ones.get(i).shape(), others.get(i).shape())) {
        return false;
      }
    }
    return true;
  }
}
