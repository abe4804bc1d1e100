package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dataset whose training and test examples lie together in one store. */
public final class SplitDataset implements Dataset {
  /** Fixed, so that runs of all seeds report on the same test examples. */
  private static final long TEST_SEED = 20_170_101L;

  private final String name;
  private final List<String> classNames;
  private final RawExamples all;
  private final PartIndices parts;
  private final List<String> notes;
  private final List<DataFact> facts;

  /** For each class of the raw examples its place here, or -1 if it has none. */
  private final List<Integer> places;

  /** How examples are prepared; null if that is to be learned. */
  private final @Nullable Known known;

  /** A way to prepare examples that does not come from them. */
  private interface Known {
    RawExamples.Preparation of(RawExamples examples);
  }

  private SplitDataset(String name, List<String> classNames, RawExamples all, PartIndices parts) {
    this(name, classNames, all, parts, List.of(), List.of(), identity(classNames.size()), null);
  }

  private SplitDataset(
      String name,
      List<String> classNames,
      RawExamples all,
      PartIndices parts,
      List<String> notes,
      List<DataFact> facts,
      List<Integer> places,
      @Nullable Known known) {
    this.name = name;
    this.classNames = List.copyOf(classNames);
    this.all = all;
    this.parts = parts;
    this.notes = List.copyOf(notes);
    this.facts = List.copyOf(facts);
    this.places = List.copyOf(places);
    this.known = known;
  }

  private static List<Integer> identity(int classes) {
    return IntStream.range(0, classes).boxed().toList();
  }

  /** The first examples are for training, the others are the test part. */
  public static SplitDataset divided(
      String name, List<String> classNames, RawExamples all, int trainSize) {
    PartIndices parts = PartIndices.of(new PartSizes(trainSize, all.size() - trainSize, null));
    return new SplitDataset(name, classNames, all, parts);
  }

  /** The same, of which more is to be known. */
  public SplitDataset withNotes(List<String> lines) {
    return new SplitDataset(
        name, classNames, all, parts, joined(notes, lines), facts, places, known);
  }

  /** The same, with more of what was understood of its files. */
  public SplitDataset explained(List<DataFact> understood) {
    return new SplitDataset(
        name, classNames, all, parts, notes, joined(facts, understood), places, known);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The same parts of the same data, of which more is known. */
  SplitDataset holding(RawExamples better) {
    return new SplitDataset(name, classNames, better, parts, notes, facts, places, known);
  }

  /** Which examples are for the test. */
  public int[] test() {
    return parts.test().clone();
  }

  /** Which examples are for training and validation. */
  public int[] training() {
    return parts.training().clone();
  }

  /** The test part is a fixed share of each class, the same for every run. */
  public static SplitDataset undivided(
      String name, List<String> classNames, RawExamples all, double testFraction) {
    PartSizes sizes = new PartSizes(all.size(), null, null);
    PartIndices parts = PartIndices.of(sizes);
    ClassShare share = new ClassShare("test-fraction", testFraction, classNames::get);
    return new SplitDataset(
        name,
        classNames,
        all,
        parts.testing(StratifiedSplit.checked(share, parts.training(), all, TEST_SEED)));
  }

  /** Parts lie one behind the other; what has no part of its own is taken off the training part. */
  public static SplitDataset parted(
      String name, List<String> classNames, RawExamples all, PartSizes sizes, PartRules rules) {
    PartIndices parts = PartIndices.of(sizes);
    if (sizes.test() == null) {
      ClassShare share = new ClassShare("test-fraction", rules.testFraction(), classNames::get);
      parts =
          parts.testing(
              rules.folds() > 0
                  ? TestFolds.of(parts.training(), all, rules, classNames, TEST_SEED)
                  : StratifiedSplit.checked(share, parts.training(), all, TEST_SEED));
    } else if (rules.folds() > 0) {
      throw new InputException(
          "folds",
          "data without a test part of its own",
          "one of " + sizes.test() + " examples",
          "set folds to 0, or give all data as one part");
    }
    return new SplitDataset(name, classNames, all, parts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public List<DataFact> facts() {
    return facts;
  }

  @Override
  public Splits split(double validationFraction, long seed) {
    PartIndices chosen = parts;
    if (parts.validation() == null) {
      ClassShare share = new ClassShare("validation", validationFraction, this::rawName);
      chosen = parts.validating(StratifiedSplit.checked(share, parts.training(), all, seed));
    }
    RawExamples.Preparation preparation =
        known == null ? all.learn(chosen.training(), parts.training()) : known.of(all);
    return new Splits(
        placed(preparation.prepare(chosen.training())),
        placed(preparation.prepare(Objects.requireNonNull(chosen.validation()))),
        placed(preparation.prepare(chosen.test())));
  }

  /** Of a class of the raw examples that has a place here. */
  private String rawName(int label) {
    return classNames.get(places.get(label));
  }

  private boolean isMoved() {
    return !places.equals(identity(places.size()));
  }

  private Examples placed(Examples examples) {
    return isMoved() ? new ClassPlaces(examples, places) : examples;
  }

  @Override
  public Dataset withClasses(List<String> names) {
    List<Integer> moved =
        places.stream()
            .map(place -> place < 0 ? place : Integer.valueOf(names.indexOf(classNames.get(place))))
            .toList();
    PartIndices left = parts.only(index -> moved.get(all.label(index)) >= 0);
    return new SplitDataset(name, names, all, left, notes, facts, moved, known);
  }

  @Override
  public Dataset prepared(InputEncoding encoding) {
    return knowing(examples -> examples.by(encoding));
  }

  @Override
  public Dataset standardised(PhotoPreparation preparation) {
    return knowing(examples -> examples.by(preparation));
  }

  private Dataset knowing(Known way) {
    return new SplitDataset(name, classNames, all, parts, notes, facts, places, way);
  }

  @Override
  public String sha256() {
    try {
      MessageDigest digest = DataDigest.sha256();
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
        parts.writeTo(out);
        all.writeTo(out);
        if (isMoved()) {
          for (int place : places) {
            out.writeInt(place);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("a hash goes to no file", e);
    }
  }
}
