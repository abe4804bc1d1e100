package io.github.sid4j.calibrate;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.score.Auc;
import io.github.sid4j.predict.Calibration.NoneOfThese;
import io.github.sid4j.predict.Calibration.Unknown;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.Prediction;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * Finds from where on answers are refused: the highest probability below which at most the wanted
 * share of the validation part's answers lies. Answers are those that the model gives from then on,
 * by its rule to stop early and at its temperatures.
 */
final class RefusalFit {
  private static final int GROUP = 256;

  private final Classifier classifier;
  private final ExitRule rule;
  private final List<Double> temperatures;

  RefusalFit(Classifier classifier, ExitRule rule, List<Double> temperatures) {
    this.classifier = classifier;
    this.rule = rule;
    this.temperatures = List.copyOf(temperatures);
  }

  NoneOfThese fit(Refusal wanted, Examples validation, Examples test) throws IOException {
    double[] chosenBy = probabilities(validation);
    double[] tested = probabilities(test);
    double threshold = threshold(wanted.share(), chosenBy);
    return new NoneOfThese(
        wanted.share(),
        threshold,
        refused(chosenBy, threshold),
        tested.length == 0 ? null : (Double) refused(tested, threshold),
        wanted.unknown() == null
            ? null
            : unknown(wanted.unknown(), tested.length == 0 ? chosenBy : tested, threshold));
  }

  private Unknown unknown(Refusal.Unknown source, double[] known, double threshold)
      throws IOException {
    DoubleStream.Builder all = DoubleStream.builder();
    source.read(group -> Arrays.stream(probabilities(group)).forEach(all));
    double[] unknown = all.build().toArray();
    if (unknown.length == 0) {
      throw new InputException(
          "unknown", "at least one example of a class that is not known", "none", "add some");
    }
    return new Unknown(
        unknown.length, refused(unknown, threshold), area(known, unknown), known.length);
  }

  private double[] probabilities(Examples examples) {
    DoubleStream.Builder all = DoubleStream.builder();
    for (int from = 0; from < examples.size(); from += GROUP) {
      int to = Math.min(examples.size(), from + GROUP);
      Arrays.stream(probabilities(DepthBeliefs.values(examples, from, to))).forEach(all);
    }
    return all.build().toArray();
  }

  private double[] probabilities(List<float[]> examples) {
    return classifier.classifyPrepared(examples, rule, temperatures).stream()
        .map(Prediction::best)
        .mapToDouble(Prediction.Ranked::probability)
        .toArray();
  }

  /**
   * Of the probabilities the highest that at most a share of them is below.
   *
   * @param probabilities at least one
   */
  static double threshold(double share, double... probabilities) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private static double refused(double[] probabilities, double threshold) {
    return (double) Arrays.stream(probabilities).filter(one -> one < threshold).count()
        / probabilities.length;
  }

  /** The probability that one of the known is above one of the unknown, ties counted half. */
  static double area(double[] known, double[] unknown) {
    int size = known.length + unknown.length;
    float[] scores = new float[size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      boolean isKnown = i < known.length;
      // They are single precision as the classifier gives them.
      scores[i] = (float) (isKnown ? known[i] : unknown[i - known.length]);
      labels[i] = isKnown ? 1 : 0;
    }
    return Objects.requireNonNull(Auc.of(scores, labels, 1, size));
  }
}
