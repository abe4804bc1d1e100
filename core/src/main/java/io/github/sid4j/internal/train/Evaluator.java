package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.run.BeliefMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Measures every module's belief over a set of examples, feed-forward, without changing anything.
 */
public final class Evaluator {
  private final Cascade cascade;
  private final Device device;
  private final Objective objective;
  private final TestViews views;

  /**
   * Prepares the measuring.
   *
   * @param cascade to measure
   * @param objective by which its beliefs are measured
   */
  public Evaluator(Cascade cascade, Objective objective) {
    this(cascade, objective, TestViews.PLAIN);
  }

  /**
   * Prepares the measuring of beliefs that are the means, of their logarithms, over several views.
   *
   * @param cascade to measure
   * @param objective by which its beliefs are measured
   * @param views of each image
   */
  Evaluator(Cascade cascade, Objective objective, TestViews views) {
    this.cascade = cascade;
    this.device = cascade.device();
    this.objective = objective;
    this.views = views;
  }

  /**
   * Goes once through examples.
   *
   * @param examples at least one
   * @return a measure for each module, in order of depth
   */
  public List<BeliefMetrics> evaluate(Examples examples) {
    return evaluate(examples, (batch, beliefs) -> {});
  }

  /**
   * The same, with a look at every batch and at what is believed of it.
   *
   * @param seen gets p_0 to p_L, of the scope that is open
   */
  public List<BeliefMetrics> evaluate(Examples examples, BiConsumer<Batch, List<Belief>> seen) {
    MeasureSums sums = MeasureSums.zero(cascade.depth());
    try (Batches batches = Batches.once(examples)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        try (Scope step = Scope.open()) {
          sums.add(measure(batch, seen), batch.size());
        }
      }
    }
    return sums.means(objective.bounds(cascade.classes()));
  }

  private List<Measure> measure(Batch batch, BiConsumer<Batch, List<Belief>> seen) {
    Tensor input = InputTensors.of(batch, device);
    Target target = BatchTargets.of(batch, cascade.classes(), objective, device);
    List<Belief> beliefs = new ArrayList<>(cascade.depth() + 1);
    beliefs.add(cascade.firstBelief(input));
    beliefs.addAll(views == TestViews.PLAIN ? cascade.beliefs(input) : averaged(batch));
    seen.accept(batch, beliefs);
    return objective.measures(beliefs, target);
  }

  /** The mean of logits, up to a number that the softmax takes away. */
  private List<Belief> averaged(Batch batch) {
    List<Tensor> sums = new ArrayList<>();
    for (TestViews.View view : views.views()) {
      List<Belief> beliefs = cascade.beliefs(InputTensors.of(view.of(batch), device));
      for (int i = 0; i < beliefs.size(); i++) {
        Tensor weighted = beliefs.get(i).logarithms().times(view.weight());
        if (sums.size() == i) {
          sums.add(weighted);
        } else {
          sums.get(i).inPlace().plus(weighted, 1);
        }
      }
    }
    return sums.stream().map(Belief::of).toList();
  }
}
