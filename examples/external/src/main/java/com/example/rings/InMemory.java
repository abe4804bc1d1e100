package com.example.rings;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Writers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.Networks;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains on arrays with the parts that sid4j has, and asks for raw rows. */
final class InMemory {
  private InMemory() {}

  static void train() throws IOException {
    Points points = Points.make(1200);
    try (Trained trained =
        Training.builder()
            .data(Datasets.of(points.rows, points.labels, 0.2))
            .network(Networks.mlp(32, 24))
            .method(Sid.modules(3).alpha(0.5))
            .optimizer(Adam.withLearningRate(0.01))
            .epochs(30)
            .batchSize(32)
            .seed(1)
            .threads(1)
            .listeners(new StopWhenGood(0.95))
            .fit()) {
      Prediction inner = trained.classifier().classify(1.3f, 0);
      System.out.printf(
          "in memory: class %s with %.2f, test accuracy %.3f%n",
          inner.best().name(),
          inner.best().probability(),
          trained.result().orElseThrow().testAccuracy().best());
      Path file = Files.createTempFile("rings", ".onnx");
      try (RunExport export = RunExport.of(trained.model())) {
        System.out.printf(
            "exported from memory: %d beliefs%n",
            export.onnx(file, Writers.standard()).beliefs());
      }
    }
  }
}
