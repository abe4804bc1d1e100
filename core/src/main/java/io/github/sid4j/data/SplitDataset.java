package io.github.sid4j.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private SplitDataset(
      String name,
      List<String> classNames,
      RawExamples all,
      int[] train,
      int[] test,
      List<String> notes) {
    this.name = name;
    this.classNames = List.copyOf(classNames);
    this.all = all;
    this.train = train;
    this.test = test;
    this.notes = List.copyOf(notes);
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
    return new SplitDataset(name, classNames, all, train, test, lines);
  }

  /** The test part is a fixed share of each class, the same for every run. */
  static Dataset undivided(
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
  public Splits split(double validationFraction, long seed) {
    StratifiedSplit split =
        StratifiedSplit.checked("validation fraction", train, all::label, validationFraction, seed);
    RawExamples.Preparation preparation = all.learn(split.kept());
    return new Splits(
        preparation.prepare(split.kept()),
        preparation.prepare(split.taken()),
        preparation.prepare(test));
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
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a hash goes to no file", e);
    }
  }
}
