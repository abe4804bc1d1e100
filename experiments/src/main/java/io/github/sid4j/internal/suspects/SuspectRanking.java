package io.github.sid4j.internal.suspects;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.OutOfFold;
import io.github.sid4j.internal.run.OutOfFold.Sample;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.run.SuspectList.Suspect;
import io.github.sid4j.internal.run.SuspectList.SuspectBelief;
import io.github.sid4j.internal.train.StoredData;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Orders samples by how little the modules believe in their labels. */
final class SuspectRanking {
  private final Examples train;
  private final List<String> classNames;
  private final List<Sample> samples;

  /** By class the mean belief in it over the samples that carry it as label. */
  private final double[] usual;

  /**
   * Takes answers.
   *
   * @param run whose training part they are about
   * @param answers of all folds
   */
  SuspectRanking(StoredData run, List<OutOfFold> answers) {
    this(
        run.data().train(),
        run.dataset().classNames(),
        answers.stream().flatMap(fold -> fold.samples().stream()).toList());
  }

  SuspectRanking(Examples train, List<String> classNames, List<Sample> samples) {
    this.train = train;
    this.classNames = classNames;
    this.samples = samples;
    this.usual = usual();
  }

  /** The thresholds of confident learning, Northcutt et al., JAIR 2021. */
  private double[] usual() {
    double[] sums = new double[classNames.size()];
    int[] counts = new int[sums.length];
    for (Sample one : samples) {
      sums[train.label(one.place())] += one.labelBelief();
      counts[train.label(one.place())]++;
    }
    for (int c = 0; c < sums.length; c++) {
      sums[c] = counts[c] == 0 ? 1 : sums[c] / counts[c];
    }
    return sums;
  }

  private boolean isLikely(Sample one) {
    return one.suggestedBelief() >= usual[one.suggested()];
  }

  /**
   * What a second round does not learn from: likely suspects. Of a class of which more than half
   * would be left out all stay, since then the network may be wrong, rather than the labels.
   *
   * @return places in the training part, in ascending order
   */
  int[] leftOut() {
    BitSet mostly = mostly(one -> isContradicted(one) && isLikely(one));
    return samples.stream()
        .filter(one -> isContradicted(one) && isLikely(one))
        .mapToInt(Sample::place)
        .filter(place -> !mostly.get(train.label(place)))
        .sorted()
        .toArray();
  }

  /** The classes of which more than half of the samples are so. */
  private BitSet mostly(Predicate<Sample> so) {
    int[] counts = new int[classNames.size()];
    int[] found = new int[counts.length];
    for (Sample one : samples) {
      int label = train.label(one.place());
      counts[label]++;
      found[label] += so.test(one) ? 1 : 0;
    }
    BitSet mostly = new BitSet();
    for (int label = 0; label < counts.length; label++) {
      mostly.set(label, 2 * found[label] > counts[label]);
    }
    return mostly;
  }

  private boolean isContradicted(Sample one) {
    return one.suggested() != train.label(one.place());
  }

  /**
   * The suspects.
   *
   * @param most to list
   * @param likelyOnly whether only likely ones are listed
   */
  SuspectList list(int folds, int most, boolean likelyOnly) {
    List<Sample> contradicted =
        samples.stream()
            .filter(this::isContradicted)
            .sorted(Comparator.comparingDouble(Sample::labelBelief).thenComparing(Sample::place))
            .toList();
    return new SuspectList(
        SuspectList.FORMAT,
        BuildInfo.load().version(),
        folds,
        samples.size(),
        contradicted.size(),
        (int) contradicted.stream().filter(this::isLikely).count(),
        mostly(this::isContradicted).stream().mapToObj(classNames::get).toList(),
        noise(contradicted),
        contradicted.stream()
            .filter(one -> !likelyOnly || isLikely(one))
            .limit(most)
            .map(this::suspect)
            .toList());
  }

  private SuspectList.FoundNoise noise(List<Sample> contradicted) {
    int changed = train.noisyLabels();
    return changed == 0
        ? null
        : new SuspectList.FoundNoise(
            changed,
            AveragePrecision.of(samples, Sample::labelBelief, this::isNoisy),
            AveragePrecision.of(
                samples, one -> one.modules().get(one.modules().size() - 1).label(), this::isNoisy),
            (int) contradicted.stream().filter(this::isNoisy).count(),
            (int) contradicted.stream().filter(this::isNoisy).filter(this::isLikely).count());
  }

  private boolean isNoisy(Sample one) {
    return train.label(one.place()) != train.trueLabel(one.place());
  }

  private Suspect suspect(Sample one) {
    SampleId id = train.id(one.place());
    return new Suspect(
        id.name(),
        id.content(),
        one.place(),
        classNames.get(train.label(one.place())),
        classNames.get(one.suggested()),
        one.labelBelief(),
        one.suggestedBelief(),
        isLikely(one),
        isNoisy(one) ? classNames.get(train.trueLabel(one.place())) : null,
        train.excerpt(one.place()).orElse(null),
        one.modules().stream()
            .map(
                module ->
                    new SuspectBelief(
                        module.index(),
                        classNames.get(module.answer()),
                        module.label(),
                        module.suggested()))
            .toList());
  }
}
