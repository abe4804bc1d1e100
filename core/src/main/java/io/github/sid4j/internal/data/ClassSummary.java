package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The classes of a data set and how many samples of each there are, for the start of a run. */
public final class ClassSummary {
  /** With so many, each class is shown with its counts. */
  private static final int EACH = 10;

  private static final int SHOWN = 5;
  private static final int LONGEST = 40;

  /** Fewer samples to train on are few. */
  private static final int FEW = 5;

  /** Between the largest class and the smallest. */
  private static final int UNEVEN = 10;

  private final List<String> names;
  private final boolean published;
  private final int[] train;
  private final int[] validation;
  private final int[] test;

  private ClassSummary(Dataset dataset, Splits data) {
    names = dataset.classNames();
    published = DatasetInfo.isPublished(dataset.name());
    train = counts(data.train());
    validation = counts(data.validation());
    test = counts(data.test());
  }

  /**
   * Counts the samples of each class.
   *
   * @param dataset that names the classes
   * @param data its parts
   * @return of all of them
   */
  public static ClassSummary of(Dataset dataset, Splits data) {
    return new ClassSummary(dataset, data);
  }

  private int[] counts(Examples part) {
    int[] counts = new int[names.size()];
    for (int i = 0; i < part.size(); i++) {
      counts[part.trueLabel(i)]++;
    }
    return counts;
  }

  /**
   * Number and names of the classes and, unless the data set is a published one, how many samples
   * of each there are to train on, to validate and to test.
   *
   * @return one line
   */
  public DataFact fact() {
    return new DataFact("classes", published ? listed() : counted());
  }

  private String counted() {
    if (names.size() <= EACH) {
      return IntStream.range(0, names.size())
          .mapToObj(c -> "%s %s/%s/%s".formatted(shown(c), train[c], validation[c], test[c]))
          .collect(
              Collectors.joining(
                  ", ", names.size() + ", each with samples to train/validate/test: ", ""));
    }
    return "%s; of each class %s to train on, %s to validate, %s to test"
        .formatted(listed(), range(train), range(validation), range(test));
  }

  private String listed() {
    int shown = names.size() <= EACH ? names.size() : SHOWN;
    return names.size()
        + IntStream.range(0, shown)
            .mapToObj(this::shown)
            .collect(Collectors.joining(", ", ": ", ""))
        + (shown < names.size() ? " and %s more".formatted(names.size() - shown) : "");
  }

  private String range(int[] counts) {
    Comparator<Integer> byCount = Comparator.comparingInt(c -> counts[c]);
    int least = IntStream.range(0, names.size()).boxed().min(byCount).orElseThrow();
    int most = IntStream.range(0, names.size()).boxed().max(byCount).orElseThrow();
    return counts[least] == counts[most]
        ? String.format(Locale.ROOT, "%,d", counts[least])
        : String.format(
            Locale.ROOT,
            "%,d (%s) to %,d (%s)",
            counts[least],
            shown(least),
            counts[most],
            shown(most));
  }

  private String shown(int c) {
    String name = names.get(c);
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
  }

  /**
   * What a reader of results should know of the classes of data that is not published: names that
   * may be one name, and classes with few samples or far fewer than another.
   *
   * @return lines fit to be shown as warnings; mostly none
   */
  public List<String> warnings() {
    if (published) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    SimilarNames.warning(names).ifPresent(lines::add);
    few("with fewer than %s samples to train on".formatted(FEW), c -> train[c] < FEW)
        .ifPresent(lines::add);
    if (IntStream.of(validation).sum() > 0) {
      few("without a sample to validate", c -> validation[c] == 0).ifPresent(lines::add);
    }
    if (IntStream.of(test).sum() > 0) {
      few("without a sample to test", c -> test[c] == 0).ifPresent(lines::add);
    }
    uneven().ifPresent(lines::add);
    return lines;
  }

  /** Of the classes that have samples at all: those of a run that grows need none here. */
  private Optional<String> few(String how, IntPredicate isFew) {
    List<Integer> there =
        IntStream.range(0, names.size())
            .filter(c -> train[c] + validation[c] + test[c] > 0)
            .boxed()
            .toList();
    List<Integer> found = there.stream().filter(isFew::test).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String some =
        found.stream()
            .limit(SHOWN)
            .map(c -> "%s (%s to train on)".formatted(SimilarNames.visible(shown(c)), train[c]))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "%s of %s classes %s: %s%s"
            .formatted(
                found.size(),
                there.size(),
                how,
                some,
                found.size() > SHOWN ? " and %s more".formatted(found.size() - SHOWN) : ""));
  }

  private Optional<String> uneven() {
    Comparator<Integer> byCount = Comparator.comparingInt(c -> train[c]);
    List<Integer> there =
        IntStream.range(0, names.size()).filter(c -> train[c] > 0).boxed().sorted(byCount).toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    int least = there.get(0);
    int most = there.get(there.size() - 1);
    return train[most] < UNEVEN * train[least]
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "classes are uneven: %s has %,d samples to train on and %s %,d; accuracy says little"
                    + " about a small class",
                SimilarNames.visible(shown(most)),
                train[most],
                SimilarNames.visible(shown(least)),
                train[least]));
  }
}
