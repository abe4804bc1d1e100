package io.github.sid4j.internal.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which examples of a store are in which part. */
final class PartIndices {
  private final int[] training;
  private final int @Nullable [] validation;
  private final int[] test;

  private PartIndices(int[] training, int @Nullable [] validation, int[] test) {
    this.training = training;
    this.validation = validation;
    this.test = test;
  }

  static PartIndices of(PartSizes sizes) {
    int test = sizes.training() + sizes.ofTest();
    return new PartIndices(
        range(0, sizes.training()),
        sizes.validation() == null ? null : range(test, test + sizes.ofValidation()),
        range(sizes.training(), test));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  /** The same with a test part that was taken off the training part. */
  PartIndices testing(StratifiedSplit split) {
    return new PartIndices(split.kept(), validation, split.taken());
  }

  /** The same with a validation part that was taken off the training part. */
  PartIndices validating(StratifiedSplit split) {
    return new PartIndices(split.kept(), split.taken(), test);
  }

  /** Those that are wanted. */
  PartIndices only(IntPredicate wanted) {
    return new PartIndices(
        those(training, wanted),
        validation == null ? null : those(validation, wanted),
        those(test, wanted));
  }

  private static int[] those(int[] indices, IntPredicate wanted) {
    return Arrays.stream(indices).filter(wanted).toArray();
  }

  int[] training() {
    return training;
  }

  /** {@code null} if it is to be taken off the training part. */
  int @Nullable [] validation() {
    return validation;
  }

  int[] test() {
    return test;
  }

  /** Writes how long they are, so that it can be hashed. */
  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(training.length);
    out.writeInt(test.length);
    if (validation != null) {
      out.writeInt(validation.length);
    }
  }
}
