package com.example.rings;

import io.github.sid4j.export.Exported;
import io.github.sid4j.export.RunExport;
import io.github.sid4j.export.Value;
import io.github.sid4j.export.Writers;
import io.github.sid4j.model.Weights;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the stored model as ONNX, with a writer for the own network. */
final class OnnxFile {
  private OnnxFile() {}

  static void write(Path run, Path file) throws IOException {
    Writers writers =
        Writers.standard()
            .with(
                GatedLayer.class,
                (layer, x, graph) -> {
                  Value open = graph.write(layer.open, x);
                  Value gate = graph.write(layer.gate, x);
                  Value positive = graph.node("Relu").input(open).gives(open.sample());
                  return graph.node("Mul").input(positive).input(gate).gives(open.sample());
                });
    try (RunExport export =
        RunExport.open(run, Weights.BEST, Stored.network())) {
      Exported written = export.onnx(file, writers);
      System.out.printf("exported: %d bytes, %d beliefs%n", written.bytes(), written.beliefs());
    }
  }
}
