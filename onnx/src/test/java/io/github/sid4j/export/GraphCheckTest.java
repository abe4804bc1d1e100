package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Linear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions that are wrong, and what becomes of them. */
class GraphCheckTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.onnx");
  }

  private void assertRefused(Cascade cascade, Writers writers, String message, int... shape) {
    assertThatThrownBy(() -> OnnxExport.of(cascade, shape).with(writers).write(file))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWeightOfTheLastModuleThatIsOffIsFoundThere() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=mlp modules=3", 4);
      Tensor off = cascade.modules().get(2).parameters().byName().get("fc2.weight");
      Writers wrong =
          Writers.standard()
              .with(
                  Linear.class,
                  (linear, x, graph) -> {
                    List<Tensor> both = linear.parameters().tensors();
                    return Ops.linear(x, flipped(both.get(0), off), both.get(1), graph);
                  });
      assertRefused(cascade, wrong, "the belief of depth 3 differs by ", 4);
    }
  }

  /** The tensor with the sign of one number turned, if it is that one. */
  private static Tensor flipped(Tensor tensor, Tensor off) {
    if (tensor != off) {
      return tensor;
    }
    float[] values = tensor.toFloats();
    values[7] = -values[7];
    return Tensor.of(values, tensor.shape());
  }

  @Test
  void batchNormWithoutItsStatisticsIsFoundAtDepthOne() {
    try (Scope scope = Scope.open()) {
      Cascade cascade =
          Exports.cascade("network=simple-cnn topology=staged stages=2 head-width=4", 1, 8, 8);
      Writers wrong = Writers.standard().with(BatchNorm2d.class, (norm, x, graph) -> x);
      assertRefused(cascade, wrong, "the belief of depth 1 differs by ", 1, 8, 8);
    }
  }

  @Test
  void aBatchSizeThatIsWrittenIntoTheGraphIsFound() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=mlp modules=1", 4);
      Writers wrong =
          Writers.standard()
              .with(
                  Linear.class,
                  (linear, x, graph) -> {
                    List<Tensor> both = linear.parameters().tensors();
                    Value y = Ops.linear(x, both.get(0), both.get(1), graph);
                    return graph.node("Reshape").input(y).integers(1, y.size(0)).gives(y.sample());
                  });
      assertRefused(cascade, wrong, "ONNX Runtime cannot run the graph", 4);
    }
  }

  @Test
  void weightsThatAreNoNumbersAgreeWithNothing() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=mlp modules=1", 4);
      Tensor bias = cascade.state().byName().get("module1.fc2.bias");
      Exports.set(bias, new float[] {0, Float.NaN, 0, 0, 0});
      assertRefused(cascade, Writers.standard(), "the belief of depth 1 differs by ", 4);
    }
  }

  @Test
  void whatWasThereBeforeStays() throws IOException {
    try (Scope scope = Scope.open()) {
      Files.writeString(file, "old");
      Cascade cascade = Exports.cascade("network=mlp modules=1", 4);
      Writers wrong = Writers.standard().with(Linear.class, GraphCheckTest::withoutBias);
      assertThatThrownBy(() -> OnnxExport.of(cascade, 4).with(wrong).write(file))
          .isInstanceOf(ExportException.class);
      assertThat(file).hasContent("old");
    }
  }

  private static Value withoutBias(Linear linear, Value x, Graph graph) {
    Tensor weight = linear.parameters().tensors().get(0);
    return graph
        .node("Gemm")
        .input(x)
        .input(weight)
        .set("transB", 1)
        .gives(Math.toIntExact(weight.size(0)));
  }
}
