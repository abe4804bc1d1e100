package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.FrozenModule;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.HeadModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import io.github.sid4j.internal.network.BottleneckBlock;
import io.github.sid4j.internal.network.FrozenLayer;
import io.github.sid4j.internal.network.InvertedResidual;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class OnnxExportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "network=mlp modules=3, 1x5x7",
    "network=mlp topology=staged stages=3 belief-input=false, 9",
    "network=mlp modules=3 residual-beliefs=true, 1x5x7",
    "network=simple-cnn topology=staged stages=2 head-width=6 residual-beliefs=true, 3x9x12",
    "network=mlp topology=whole method=backprop, 9",
    "network=simple-cnn modules=2 features=20, 3x9x12",
    "network=simple-cnn feature-normalization=power module-hidden=0, 3x9x12",
    "network=simple-cnn topology=staged stages=4 head=conv head-width=6, 3x21x16",
    "network=simple-cnn topology=staged stages=4 head=conv head-width=6, 3x18x11",
    "network=simple-cnn topology=staged stages=2 head=mlp, 2x8x8",
    "network=simple-cnn topology=whole method=backprop, 1x8x8",
    "network=vgg11 modules=2, 3x32x32",
    "network=vgg11 topology=staged stages=5 head-width=6, 1x36x33",
    "network=airbench topology=staged stages=3 head-width=6, 3x16x18",
    "network=airbench topology=whole method=backprop, 1x17x16",
    "network=resnet18 topology=staged stages=4 head-width=8, 3x22x18",
    "network=resnet18 topology=whole method=backprop, 1x8x8",
    "network=resnet18-imagenet modules=1, 3x34x45",
    "network=resnet50 topology=staged stages=2 head-width=4, 3x33x32",
    "network=efficientnet-lite0 topology=staged stages=3 head-width=4, 3x38x65",
    "network=vit-tiny-16 topology=staged stages=3, 3x32x16",
    "network=vit-tiny depth=1 modules=2, 3x8x12",
    "network=vit-tiny topology=staged stages=2 depth=2, 3x8x8",
    "network=vit-tiny topology=whole depth=1 method=backprop, 1x64x72",
    "network=simple-cnn topology=staged method=dgl stages=2 head-width=6, 3x8x8",
    "network=simple-cnn topology=staged method=local-signals stages=4, 3x33x12",
    "network=mlp topology=staged method=local-signals stages=2, 7",
    "network=mlp topology=whole method=feedback-alignment, 9",
    "network=simple-cnn topology=whole method=direct-feedback-alignment, 3x8x8",
    "network=simple-cnn topology=whole method=dni stages=3 head-width=4, 3x8x8",
    "network=mlp topology=whole method=hsic, 9",
    "network=mlp method=noprop-simplified modules=3, 9",
    "network=simple-cnn method=noprop modules=3 features=12, 2x8x8",
    "method=forward-forward stages=4 hidden=30, 2x3x3",
  })
  void theGraphGivesTheBeliefsOfTheCascade(String settings, String shape) throws IOException {
    try (Scope scope = Scope.open()) {
      int[] sizes = Exports.shape(shape);
      Cascade cascade = Exports.cascade(settings, sizes);
      OnnxExport export = OnnxExport.of(cascade, sizes);
      if (sizes.length == 3) {
        export = export.with(preprocessing(sizes[0]));
      }
      Path file = folder.resolve("a.onnx");
      Exported exported = export.write(file);
      assertThat(exported.largestDifference()).isLessThan(1e-5);
      assertThat(exported.beliefs()).isEqualTo(cascade.depth());
      assertThat(file).hasSize(exported.bytes());
    }
  }

  /** Blocks and a pooling that the large networks for photos are made of. */
  @ParameterizedTest
  @CsvSource({"3x16x16", "3x19x22"})
  void theGraphHasTheBlocksOfNetworksForPhotos(String shape) throws IOException {
    Initializer init = new Initializer(1, DType.FLOAT32);
    Sequential layers =
        Sequential.empty()
            .then("largest", Operation.MAX_POOL_3X3)
            .then("same", new InvertedResidual(3, 3, 2, 5, 1, 1e-3, init))
            .then("halving", new InvertedResidual(3, 4, 1, 3, 2, 1e-3, init))
            .then("bottleneck", new BottleneckBlock(4, 2, 2, init));
    Backbone backbone = new Backbone(List.of(new Block(layers, 8, 1)), Operation.GLOBAL_AVERAGE);
    try (Scope scope = Scope.open()) {
      Cascade cascade = new Cascade(backbone.whole(), List.of(new MlpModule(3, 8, 4, init)), 3);
      Exported exported =
          OnnxExport.of(cascade, Exports.shape(shape)).write(folder.resolve("blocks.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-5);
    }
  }

  @Test
  void aCascadeThatHasGrownIsWrittenWithWhatItGrewFrom() throws IOException {
    try (Scope scope = Scope.open()) {
      int[] shape = {3, 8, 8};
      Cascade old =
          Exports.cascade("network=simple-cnn topology=staged stages=2 head-width=6", shape);
      Initializer init = new Initializer(4, DType.FLOAT32);
      List<BeliefModule> modules = new ArrayList<>();
      for (BeliefModule module : old.modules()) {
        modules.add(new FrozenModule(new WidenedModule(module, Exports.CLASSES, 8)));
      }
      Stage last = old.modules().get(1).stage().orElseThrow();
      modules.add(new HeadModule(Head.of(last.pooling(), last.width(), 8, 12, init)));
      Cascade grown = new Cascade(new FrozenLayer(old.extractor()), modules, 8);
      Exported exported = OnnxExport.of(grown, shape).write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-5);
      assertThat(exported.beliefs()).isEqualTo(3);
    }
  }

  private static Preprocessing preprocessing(int channels) {
    return new Preprocessing(
        255, Collections.nCopies(channels, 0.45), Collections.nCopies(channels, 0.25));
  }

  @Test
  void inputAndOutputsAreNamedAndOfAnyBatch() throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=mlp modules=2", 2, 3, 4);
      Path file = folder.resolve("a.onnx");
      OnnxExport.of(cascade, 2, 3, 4).write(file);
      ModelProto model = Exports.read(file);
      assertThat(model.getGraph().getInputList())
          .extracting(OnnxExportTest::described)
          .containsExactly("input[batch, 2, 3, 4]");
      assertThat(model.getGraph().getOutputList())
          .extracting(OnnxExportTest::described)
          .containsExactly("belief_1[batch, 5]", "belief_2[batch, 5]", "belief[batch, 5]");
    }
  }

  private static String described(ValueInfoProto info) {
    return info.getName()
        + info.getType().getTensorType().getShape().getDimList().stream()
            .map(OnnxExportTest::size)
            .toList();
  }

  private static String size(TensorShapeProto.Dimension dimension) {
    return dimension.hasDimParam()
        ? dimension.getDimParam()
        : Long.toString(dimension.getDimValue());
  }

  @Test
  void theMetadataNamesClassesInputAndOrigin() throws IOException {
    try (Scope scope = Scope.open()) {
      Path file = folder.resolve("a.onnx");
      OnnxExport.of(Exports.cascade("network=mlp modules=1", 1, 2, 2), 1, 2, 2)
          .with(preprocessing(1))
          .withClassNames(List.of("a", "b", "\"c\"", "d", "ü"))
          .with("mine", "too")
          .write(file);
      Map<String, String> metadata =
          Exports.read(file).getMetadataPropsList().stream()
              .collect(Collectors.toMap(each -> each.getKey(), each -> each.getValue()));
      assertThat(metadata)
          .containsEntry("class_names", "[\"a\",\"b\",\"\\\"c\\\"\",\"d\",\"ü\"]")
          .containsEntry("input", "levels from 0 to 255.0")
          .containsEntry("mine", "too")
          .containsKeys("sid4j_version", "sid4j_commit");
    }
  }

  @Test
  void weightsKeepTheirNamesAndAreInSinglePrecision() throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=vit-tiny depth=1 modules=1", 3, 8, 8);
      Path file = folder.resolve("a.onnx");
      OnnxExport.of(cascade.in(Precision.BF16), 3, 8, 8).write(file);
      List<TensorProto> tensors = Exports.read(file).getGraph().getInitializerList();
      assertThat(tensors)
          .extracting(TensorProto::getName)
          .containsAll(cascade.state().byName().keySet());
      assertThat(tensors)
          .filteredOn(each -> each.getName().startsWith("extractor"))
          .allMatch(each -> each.getDataType() == TensorProto.DataType.FLOAT.getNumber());
    }
  }

  @Test
  void aNetworkThatSettlesIsRefusedByTheNameOfItsMethod() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("method=equilibrium-propagation", 4);
      Path file = folder.resolve("a.onnx");
      assertThatThrownBy(() -> OnnxExport.of(cascade, 4).write(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("equilibrium-propagation");
      assertThat(Files.exists(file)).isFalse();
    }
  }

  @Test
  void otherNumbersOfClassNamesAreRefused() {
    try (Scope scope = Scope.open()) {
      OnnxExport export = OnnxExport.of(Exports.cascade("network=mlp modules=1", 4), 4);
      assertThatThrownBy(() -> export.withClassNames(List.of("a")))
          .isInstanceOf(InputException.class)
          .hasMessage("class names: expected 5 of them, found 1; give one for each class");
    }
  }

  @Test
  void preprocessingForOtherExamplesIsRefused() {
    try (Scope scope = Scope.open()) {
      OnnxExport export = OnnxExport.of(Exports.cascade("network=mlp modules=1", 4), 4);
      assertThatThrownBy(() -> export.with(preprocessing(1)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("expected images of 1 channels, found examples of shape [4]");
    }
  }
}
