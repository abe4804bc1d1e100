package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsFile;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class SafetensorsExportTest {
  @TempDir Path folder;

  private SafetensorsFile written(Cascade cascade, String network) throws IOException {
    Path file = folder.resolve("a.safetensors");
    long bytes = SafetensorsExport.write(file, cascade, network, Map.of("mine", "too"));
    assertThat(file).hasSize(bytes);
    return Safetensors.read(file);
  }

  @Test
  void aStagedResNetHasTorchvisionsNamesAndItsHeads() throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade cascade =
          Exports.cascade("network=resnet18 topology=staged stages=4 head-width=4", 3, 16, 16);
      SafetensorsFile file = written(cascade, "resnet18");
      assertThat(file.tensors()).hasSameSizeAs(cascade.state().byName().keySet());
      assertThat(file.tensors())
          .containsKeys(
              "conv1.weight",
              "bn1.running_mean",
              "bn1.running_var",
              "layer1.0.conv1.weight",
              "layer2.0.downsample.0.weight",
              "layer2.0.downsample.1.running_var",
              "layer4.1.bn2.bias",
              "heads.0.pool.conv1.weight",
              "heads.0.fc1.weight",
              "heads.3.fc2.bias");
      Tensor kernel = cascade.state().byName().get("module1.stage.conv1.weight");
      StoredTensor stored = file.tensors().get("conv1.weight");
      assertThat(stored.shape()).containsExactly(64, 3, 3, 3);
      assertThat(stored.data()).isEqualTo(kernel.toBytes());
      assertThat(file.metadata()).containsOnly(Map.entry("format", "pt"), Map.entry("mine", "too"));
    }
  }

  /** The last layer, and one before it, by the names of the usual implementations. */
  @ParameterizedTest
  @CsvSource({
    "simple-cnn, 1x8x8, conv4.bias, classifier.weight",
    "mlp, 1x8x8, fc2.bias, classifier.bias",
    "vit-tiny, 1x8x8, cls_token, head.bias",
    "vit-tiny, 1x8x8, blocks.0.mlp.fc1.weight, pos_embed",
  })
  void wholeNetworksEndAsTheyAreUsedTo(String network, String shape, String inner, String last)
      throws IOException {
    try (Scope scope = Scope.open()) {
      String settings = "topology=whole method=backprop depth=1 network=" + network;
      SafetensorsFile file = written(Exports.cascade(settings, Exports.shape(shape)), network);
      assertThat(file.tensors()).containsKeys(inner, last);
      assertThat(file.tensors().keySet()).noneMatch(name -> name.startsWith("extractor"));
    }
  }

  @Test
  void theLastLayerOfAWholeResNetIsTorchvisions() {
    try (Scope scope = Scope.open()) {
      ClassifierModule classifier = new ClassifierModule(3, 4, new Initializer(1, DType.FLOAT32));
      Cascade cascade = new Cascade(Operation.IDENTITY, List.of(classifier), 3);
      assertThat(TorchNames.of(cascade, "resnet18", Writers.standard()))
          .containsOnlyKeys("fc.weight", "fc.bias");
    }
  }

  /** Every tensor of plain cascades is there under another name; of these methods, fewer. */
  @ParameterizedTest
  @CsvSource({
    "method=feedback-alignment topology=whole network=mlp, mlp",
    "method=direct-feedback-alignment topology=whole network=mlp, mlp",
    "method=dni topology=whole stages=2 network=mlp, mlp",
    "method=local-signals topology=staged stages=2 network=mlp, mlp",
  })
  void whatServesTrainingAloneIsLeftOut(String settings, String network) throws IOException {
    try (Scope scope = Scope.open()) {
      Set<String> names = written(Exports.cascade(settings, 6), network).tensors().keySet();
      assertThat(names.stream().map(name -> name.split("[.]", -1)[0]).collect(Collectors.toSet()))
          .isSubsetOf("fc1", "fc2", "fc3", "fc4", "classifier", "heads");
      assertThat(names).isNotEmpty().noneMatch(name -> name.contains("projection"));
    }
  }

  @Test
  void sharedCascadesHaveTheirModules() throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade cascade = Exports.cascade("network=simple-cnn modules=2", 1, 8, 8);
      assertThat(written(cascade, "simple-cnn").tensors())
          .hasSameSizeAs(cascade.state().byName().keySet())
          .containsKeys("conv1.weight", "fc.weight", "belief_modules.0.fc1.weight");
    }
  }
}
