package io.github.sid4j.examples;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.Networks;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.random.Rng;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import io.github.sid4j.train.TrainingContext;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Trains a cascade of one's own parts on data of one's own, and follows the course of it. */
public final class OwnParts {
  private static final List<String> RINGS = List.of("inner", "middle", "outer");

  private OwnParts() {}

  public static void main(String[] args) throws IOException {
    try (Trained trained =
        Training.builder()
            .data(rings(1500))
            .network(Networks.own(OwnParts::cascade))
            .method(Sid.modules(4))
            .optimizer(Adam.withLearningRate(0.01))
            .epochs(15)
            .batchSize(32)
            .threads(1)
            .listeners(new EpochPrinter())
            .fit()) {
      double accuracy = trained.result().orElseThrow().testAccuracy().last();
      System.out.printf(Locale.ROOT, "test accuracy %.4f%n", accuracy);
      // A point as it is, in the middle of the inner ring.
      System.out.println(trained.classifier().classify(1.3f, 0).best().name());
    }
  }

  /** The factory that training calls once it knows the shape of the data. */
  private static Cascade cascade(Settings settings, int[] shape, int classes, Initializer init) {
    int features = 32;
    return new Cascade(
        new ResidualExtractor(shape[0], features, init),
        IntStream.range(0, settings.get(ModelSetting.MODULES))
            .mapToObj(i -> new LinearModule(classes, features, init))
            .toList(),
        classes);
  }

  /** Points of the plane in three rings around the origin. */
  private static Dataset rings(int count) {
    Rng rng = Rng.of(7);
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % RINGS.size();
      double radius = 1 + labels[i] + 0.6 * rng.nextDouble();
      double angle = 2 * Math.PI * rng.nextDouble();
      rows[i] =
          new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
    }
    return Datasets.ofRows("rings", RINGS, LabelledRows.of(rows, labels), 0.2);
  }

  private static final class EpochPrinter implements TrainingListener {
    @Override
    public void epochEnded(TrainingContext context, EpochMetrics metrics) {
      System.out.printf(
          Locale.ROOT,
          "epoch %d: validation accuracy %.4f%n",
          metrics.epoch(),
          metrics.validationAccuracy());
    }
  }
}
