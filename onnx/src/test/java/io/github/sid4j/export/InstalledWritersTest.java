package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Sequential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledWritersTest {
  @TempDir Path folder;

  private static Cascade ofAnotherJar() {
    Initializer init = new Initializer(4, DType.FLOAT32);
    Sequential layers =
        Sequential.empty()
            .then("fc1", new Linear(4, 6, init))
            .then("triple", new OwnWriters.Tripling());
    Cascade plain = Exports.cascade("topology=staged network=mlp stages=2 hidden=6", 6);
    List<BeliefModule> watched =
        plain.modules().stream().<BeliefModule>map(OwnWriters.WatchedModule::new).toList();
    return new Cascade(new OwnWriters.Watched(layers), watched, plain.classes());
  }

  @Test
  void layersAndModulesThatAnotherJarRegistersAreWritten() throws IOException {
    try (Scope scope = Scope.open()) {
      Exported exported = OnnxExport.of(ofAnotherJar(), 4).write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-6);
      assertThat(exported.beliefs()).isEqualTo(2);
    }
  }

  @Test
  void modulesAroundOthersHaveTheirNamesInSafetensors() throws IOException {
    try (Scope scope = Scope.open()) {
      Cascade plain = Exports.cascade("topology=staged network=mlp stages=2", 6);
      List<BeliefModule> watched =
          plain.modules().stream().<BeliefModule>map(OwnWriters.WatchedModule::new).toList();
      Path file = folder.resolve("a.safetensors");
      SafetensorsExport.write(
          file, new Cascade(plain.extractor(), watched, plain.classes()), "mlp", Map.of());
      assertThat(Safetensors.read(file).tensors())
          .containsKeys("fc1.weight", "heads.0.fc1.weight", "heads.1.fc1.weight");
    }
  }

  @Test
  void twoProvidersOfOneClassAreRefused() {
    WriterProvider twice = () -> Writers.none().with(Linear.class, (linear, x, graph) -> x);
    assertThatThrownBy(() -> InstalledWriters.with(List.of(twice)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(twice.getClass().getName())
        .hasMessageContaining("found " + Linear.class.getName() + "; remove its jar");
  }

  @Test
  void aProviderThatFailsIsNamedInOneLine() {
    WriterProvider broken =
        () -> {
          throw new IllegalStateException("no\nluck");
        };
    assertThatThrownBy(() -> InstalledWriters.with(List.of(broken)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("provider " + broken.getClass().getName())
        .hasMessageContaining("no luck")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> InstalledWriters.with(List.of(() -> null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found none; mend the provider");
    Iterable<WriterProvider> missing =
        () -> {
          throw new ServiceConfigurationError("Provider x.Gone not found");
        };
    assertThatThrownBy(() -> InstalledWriters.with(missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Provider x.Gone not found; mend the provider or remove its jar");
  }
}
