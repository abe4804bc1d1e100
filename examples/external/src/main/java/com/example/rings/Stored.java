package com.example.rings;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import io.github.sid4j.optim.OptimizerChoice;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;

/** Trains own network, method and optimizer, with a folder. */
final class Stored {
  static final float[] ROW = {0, 2.2f};

  private Stored() {}

  static NetworkChoice network() {
    return Networks.own(GatedLayer::new, GatedLayer.FEATURES);
  }

  /** The belief of the last module for one row. */
  static float[] train(Path run) throws IOException {
    Points points = Points.make(1200);
    try (Trained trained =
        Training.builder()
            .data(Datasets.of(points.rows, points.labels, 0.2))
            .network(network())
            .method(SquaredErrors::new)
            .optimizer(OptimizerChoice.own(NormalizedDescent::new, 0.03))
            .epochs(20)
            .batchSize(32)
            .threads(1)
            .folder(run)
            .fit()) {
      System.out.printf(
          "own parts: test accuracy %.3f%n",
          trained.result().orElseThrow().testAccuracy().best());
      return trained.classifier().classify(ROW).belief(trained.cascade().depth());
    }
  }
}
