package io.github.sid4j.internal.score;

import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the classes that a classifier gives to labelled samples, one by one, and computes the
 * figures of {@link Classification} from them. They do not depend on the order of the samples but
 * for the rounding of the log loss.
 */
public final class ClassificationTally {
  /**
   * The most numbers that are kept for {@link ClassResult#auc}, 256 MiB of them. With more samples
   * times classes there is none.
   */
  public static final long AUC_NUMBERS = 1L << 26;

  private final int classes;
  private final int[] labels;
  private final int[] support;
  private final int[] predicted;
  private final int[] right;

  /** Wrong answers by true class times classes plus predicted class. */
  private final Map<Long, Integer> wrong = new HashMap<>();

  /** By class and sample; null if these are too many. */
  private final float @Nullable [][] scores;

  private final float[] ofSample;
  private double logLoss;
  private int size;

  /**
   * Without answers yet.
   *
   * @param classes N, at least 1
   * @param samples how many there will be at most
   */
  public ClassificationTally(int classes, int samples) {
    this.classes = classes;
    labels = new int[samples];
    support = new int[classes];
    predicted = new int[classes];
    right = new int[classes];
    ofSample = new float[classes];
    scores = (long) classes * samples > AUC_NUMBERS ? null : new float[classes][samples];
  }

  /**
   * Adds a sample.
   *
   * @param label its class, 0 to N - 1
   * @param answer the class that it is taken for
   * @param logarithms of the probabilities of many samples, natural ones
   * @param from where the N of this sample begin
   */
  public void add(int label, int answer, double[] logarithms, int from) {
    labels[size] = label;
    support[label]++;
    predicted[answer]++;
    if (label == answer) {
      right[label]++;
    } else {
      wrong.merge((long) label * classes + answer, 1, Integer::sum);
    }
    logLoss -= logarithms[from + label];
    if (scores != null) {
      RankScores.of(logarithms, from, ofSample);
      for (int c = 0; c < classes; c++) {
        scores[c][size] = ofSample[c];
      }
    }
    size++;
  }

  /**
   * All figures.
   *
   * @param last answers with the weights of the last epoch; these ones are with the best weights
   * @param names of the classes; one without a name gets its number
   * @return as it is stored
   */
  public Classification with(ClassificationTally last, List<String> names) {
    List<ClassResult> results = results(names);
    return new Classification(
        scores(results),
        last == this ? scores(results) : last.scores(last.results(names)),
        results,
        classes > Classification.MATRIX_CLASSES ? null : matrix(),
        mistakes(names));
  }

  private List<ClassResult> results(List<String> names) {
    return IntStream.range(0, classes)
        .mapToObj(
            c ->
                new ClassResult(
                    name(names, c),
                    support[c],
                    predicted[c],
                    share(right[c], predicted[c]),
                    share(right[c], support[c]),
                    share(2L * right[c], (long) support[c] + predicted[c]),
                    scores == null ? null : Auc.of(scores[c], labels, c, size)))
        .toList();
  }

  private ClassificationScores scores(List<ClassResult> results) {
    return new ClassificationScores(
        mean(results.stream().map(ClassResult::recall).toList()),
        mean(results.stream().map(ClassResult::f1).toList()),
        size == 0 ? null : logLoss / size,
        mean(results.stream().map(ClassResult::auc).toList()));
  }

  private List<List<Integer>> matrix() {
    List<List<Integer>> rows = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      List<Integer> row = new ArrayList<>();
      for (int answer = 0; answer < classes; answer++) {
        row.add(
            label == answer
                ? right[label]
                : wrong.getOrDefault((long) label * classes + answer, 0));
      }
      rows.add(row);
    }
    return rows;
  }

  /** From the most frequent on; of equals in the order of the classes. */
  private List<Mistake> mistakes(List<String> names) {
    Comparator<Map.Entry<Long, Integer>> frequent =
        Map.Entry.<Long, Integer>comparingByValue().reversed();
    return wrong.entrySet().stream()
        .sorted(frequent.thenComparing(Map.Entry.comparingByKey()))
        .limit(Classification.MISTAKES)
        .map(
            one ->
                new Mistake(
                    name(names, (int) (one.getKey() / classes)),
                    name(names, (int) (one.getKey() % classes)),
                    one.getValue()))
        .toList();
  }

  private static String name(List<String> names, int index) {
    return index < names.size() ? names.get(index) : "class " + index;
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static @Nullable Double mean(List<@Nullable Double> values) {
    List<Double> known = values.stream().filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? null
        : known.stream().mapToDouble(Double::doubleValue).sum() / known.size();
  }
}
