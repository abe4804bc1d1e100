package io.github.sid4j.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A dataset whose training and test examples lie together in one store. */
final class SplitDataset implements Dataset {
  /** Fixed, so that runs of all seeds report on the same test examples. */
  private static final long TEST_SEED = 20_170_101L;

  private final String name;
  private final List<String> classNames;
  private final RawExamples all;
  private final int[] train;
  private final int[] test;
  private final List<String> notes;
  private final List<DataFact> facts;

  /** For each class of the raw examples its place here, or -1 if it has none. */
  private final List<Integer> places;

  /** How examples are prepared; null if that is to be learned. */
  private final InputEncoding known;

  private SplitDataset(
      String name,
      List<String> classNames,
      RawExamples all,
      int[] train,
      int[] test,
      List<String> notes) {
    this(name, classNames, all, train, test, notes, List.of(), identity(classNames.size()), null);
  }

  private SplitDataset(
      String name,
      List<String> classNames,
      RawExamples all,
      int[] train,
      int[] test,
      List<String> notes,
      List<DataFact> facts,
      List<Integer> places,
      InputEncoding known) {
    this.name = name;
    this.classNames = List.copyOf(classNames);
    this.all = all;
    this.train = train;
    this.test = test;
    this.notes = List.copyOf(notes);
    this.facts = List.copyOf(facts);
    this.places = List.copyOf(places);
    this.known = known;
  }

  private static List<Integer> identity(int classes) {
    return IntStream.range(0, classes).boxed().toList();
  }

  /** The first examples are for training, the others are the test part. */
  static SplitDataset divided(
      String name, List<String> classNames, RawExamples all, int trainSize) {
    return new SplitDataset(
        name,
        classNames,
        all,
        IntStream.range(0, trainSize).toArray(),
        IntStream.range(trainSize, all.size()).toArray(),
        List.of());
  }

  /** The same, of which something is to be known. */
  SplitDataset noting(List<String> lines) {
    return new SplitDataset(name, classNames, all, train, test, lines, facts, places, known);
  }

  /** The same, with what was understood of its files. */
  SplitDataset explained(List<DataFact> understood) {
    return new SplitDataset(name, classNames, all, train, test, notes, understood, places, known);
  }

  /** The same parts of the same data, of which more is known. */
  SplitDataset holding(RawExamples better) {
    return new SplitDataset(name, classNames, better, train, test, notes, facts, places, known);
  }

  /** Which examples are for training and validation. */
  int[] training() {
    return train.clone();
  }

  /** The test part is a fixed share of each class, the same for every run. */
  static SplitDataset undivided(
      String name, List<String> classNames, RawExamples all, double testFraction) {
    int[] indices = IntStream.range(0, all.size()).toArray();
    StratifiedSplit split =
        StratifiedSplit.checked("test fraction", indices, all::label, testFraction, TEST_SEED);
    return new SplitDataset(name, classNames, all, split.kept(), split.taken(), List.of());
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
    StratifiedSplit split =
        StratifiedSplit.checked("validation fraction", train, all::label, validationFraction, seed);
    RawExamples.Preparation preparation =
        known == null ? all.learn(split.kept(), train) : all.by(known);
    return new Splits(
        placed(preparation.prepare(split.kept())),
        placed(preparation.prepare(split.taken())),
        placed(preparation.prepare(test)));
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
    return new SplitDataset(
        name, names, all, those(train, moved), those(test, moved), notes, facts, moved, known);
  }

  private int[] those(int[] indices, List<Integer> moved) {
    return Arrays.stream(indices).filter(index -> moved.get(all.label(index)) >= 0).toArray();
  }

  @Override
  public Dataset prepared(InputEncoding encoding) {
    return new SplitDataset(name, classNames, all, train, test, notes, facts, places, encoding);
  }

  @Override
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
        out.writeInt(train.length);
        out.writeInt(test.length);
        all.writeTo(out);
        if (isMoved()) {
          for (int place : places) {
            out.writeInt(place);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a hash goes to no file", e);
    }
  }
}
