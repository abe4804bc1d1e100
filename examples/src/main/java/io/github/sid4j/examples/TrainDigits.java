package io.github.sid4j.examples;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.Networks;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.Schedules;
import io.github.sid4j.train.EarlyStopping;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.util.Locale;

/** Trains on the built-in digits in memory, and classifies an image. */
public final class TrainDigits {
  private TrainDigits() {}

  public static void main(String[] args) throws IOException {
    try (Trained trained =
        Training.builder()
            .data(Datasets.digits())
            .network(Networks.mlp(256, 128))
            .method(Sid.modules(5).alpha(0.5))
            .optimizer(Adam.withLearningRate(1e-3))
            .schedule(Schedules.cosine())
            .epochs(20)
            .batchSize(32)
            .seed(1)
            .listeners(EarlyStopping.patience(5))
            .fit()) {
      float[] one = new float[64]; // Levels from 0 to 16: a stroke from top to bottom.
      for (int row = 0; row < 8; row++) {
        one[8 * row + 3] = 16;
        one[8 * row + 4] = 16;
      }
      System.out.println("taken for a " + trained.classifier().classify(one).best().name());

      Examples test = trained.data().test();
      int[] predicted = trained.predict(test);
      for (int i = 0; i < 5; i++) {
        System.out.println("a " + test.label(i) + ", taken for a " + predicted[i]);
      }
      double accuracy = trained.result().orElseThrow().testAccuracy().best();
      System.out.printf(Locale.ROOT, "test accuracy %.4f%n", accuracy);
    }
  }
}
