package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.score.ClassificationTally;
import io.github.sid4j.run.Classification;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects what one module answers while all are measured. */
final class TestAnswers implements BiConsumer<Batch, List<Belief>> {
  private final int module;
  private final int classes;
  private final ClassificationTally answers;

  /**
   * Of one module.
   *
   * @param module from 1
   * @param classes N
   * @param examples that will be measured
   */
  TestAnswers(int module, int classes, Examples examples) {
    this.module = module;
    this.classes = classes;
    this.answers = new ClassificationTally(classes, examples.size());
  }

  @Override
  public void accept(Batch batch, List<Belief> beliefs) {
    Belief belief = beliefs.get(module);
    // As accuracies count: the same operation decides between equal probabilities.
    double[] best = belief.probabilities().argmaxLast().toDoubles();
    double[] logarithms = belief.logarithms().toDoubles();
    for (int i = 0; i < batch.size(); i++) {
      answers.add(batch.labels()[i], (int) best[i], logarithms, i * classes);
    }
  }

  /**
   * The figures of both sets of weights.
   *
   * @return {@code null} without samples
   */
  static @Nullable Classification classification(
      TestAnswers best, TestAnswers last, List<String> classNames, Examples examples) {
    return examples.size() == 0 ? null : best.answers.with(last.answers, classNames);
  }
}
