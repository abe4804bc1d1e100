package io.github.sid4j.examples;

import io.github.sid4j.data.Examples;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Trains on the built-in digits and classifies those that were kept for the test. */
public final class TrainDigits {
  private TrainDigits() {}

  public static void main(String[] args) throws IOException {
    Settings settings =
        Settings.parse(Map.of("dataset", "digits", "modules", "3", "epochs", "5", "threads", "1"));

    Trained trained = Training.of(settings).run();

    Examples test = trained.data().test();
    int[] predicted = trained.predict(test);
    for (int i = 0; i < 5; i++) {
      System.out.println("a " + test.label(i) + ", taken for a " + predicted[i]);
    }
    RunResult result = trained.result().orElseThrow();
    System.out.printf(Locale.ROOT, "test accuracy %.4f%n", result.testAccuracy().last());
    System.out.println("run stored in " + trained.folder());
  }
}
