package com.example.rings;

import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens the stored model of the own network again. */
final class Reopened {
  private Reopened() {}

  static void check(Path run, float[] expected) throws IOException {
    try (Classifier classifier =
        Classifier.open(run, ClassifierOptions.defaults(), Stored.network())) {
      float[] belief = classifier.classify(Stored.ROW).belief(classifier.depth());
      if (!Arrays.equals(belief, expected)) {
        throw new IllegalStateException("the model that was opened again answers otherwise");
      }
      System.out.println("opened again: the same belief");
    }
  }
}
