package io.github.sid4j.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the last module on the test part, class by class.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param best scores with the weights of the epoch that was best on the validation part
 * @param last scores with the weights of the last epoch
 * @param classes in order of their index, with the weights of the best epoch
 * @param confusionMatrix a row for each true class, in it a count for each predicted class, with
 *     the weights of the best epoch; null beyond {@link #MATRIX_CLASSES} classes
 * @param mistakes the most frequent ones, at most {@link #MISTAKES}, with the weights of the best
 *     epoch
 */
public record Classification(
    ClassificationScores best,
    ClassificationScores last,
    List<ClassResult> classes,
    @Nullable List<List<Integer>> confusionMatrix,
    List<Mistake> mistakes) {
  /** The most classes whose confusion matrix is kept: it has their square of numbers. */
  public static final int MATRIX_CLASSES = 200;

  /** The most mistakes that are kept. */
  public static final int MISTAKES = 50;

  /** Keeps a copy that cannot be changed, and checks the matrix against the classes. */
  public Classification {
    Objects.requireNonNull(best, "best");
    Objects.requireNonNull(last, "last");
    classes = List.copyOf(classes);
    mistakes = List.copyOf(mistakes);
    if (confusionMatrix != null) {
      confusionMatrix = confusionMatrix.stream().<List<Integer>>map(List::copyOf).toList();
      check(classes, confusionMatrix);
    }
  }

  private static void check(List<ClassResult> classes, List<List<Integer>> matrix) {
    boolean square =
        matrix.size() == classes.size()
            && matrix.stream().allMatch(row -> row.size() == classes.size());
    if (!square || matrix.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "a confusion matrix that is not of %s times %s counts"
              .formatted(classes.size(), classes.size()));
    }
  }

  /**
   * Samples of the test part.
   *
   * @return at least 0
   */
  public long samples() {
    return classes.stream().mapToLong(ClassResult::support).sum();
  }
}
