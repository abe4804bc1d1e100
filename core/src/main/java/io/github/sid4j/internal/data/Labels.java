package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What has to hold for the labels of any kind of data. */
public final class Labels {
  private Labels() {}

  public static void check(String what, int[] labels, int examples) {
    if (labels.length != examples) {
      throw new InputException(
          what, "one label for each of " + examples, labels.length + " labels", "correct it");
    }
    Arrays.stream(labels)
        .filter(label -> label < 0)
        .findFirst()
        .ifPresent(
            label -> {
              throw new InputException(
                  what, "labels of at least 0", Integer.toString(label), "correct it");
            });
  }

  public static void checkClasses(String what, RawExamples examples, int classes) {
    IntStream.range(0, examples.size())
        .filter(i -> examples.label(i) >= classes)
        .findFirst()
        .ifPresent(
            i -> {
              throw new InputException(
                  what + " example " + i,
                  "a label below the number of classes, " + classes,
                  Integer.toString(examples.label(i)),
                  "correct it or name all classes");
            });
  }

  public static int[] joined(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
