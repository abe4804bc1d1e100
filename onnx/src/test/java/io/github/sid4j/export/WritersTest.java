package io.github.sid4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WritersTest {
  private static final Writers STANDARD = Writers.standard();

  @TempDir Path folder;

  /**
   * A new layer or module has a writer or a reason for having none, in StandardLayers,
   * StandardModules or the BaselineWriters. Those around others are taken off by {@code
   * Cascade.plain}.
   */
  @Test
  void everyLayerAndModuleIsWrittenOrRefusedForAReason() {
    List<Class<?>> kinds =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(
                    "io.github.sid4j.network",
                    "io.github.sid4j.cascade",
                    "io.github.sid4j.internal.network",
                    "io.github.sid4j.internal.cascade",
                    "io.github.sid4j.internal.baseline")
                .stream()
                .filter(
                    each ->
                        each.isAssignableTo(Layer.class) || each.isAssignableTo(BeliefModule.class))
                .filter(
                    each ->
                        !each.isInterface() && !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(each -> !each.isAssignableTo(ForwardingLayer.class))
                .filter(each -> !each.isAssignableTo(ForwardingModule.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    assertThat(kinds).hasSizeGreaterThan(30).allMatch(WritersTest::isDecided);
  }

  private static boolean isDecided(Class<?> kind) {
    return STANDARD.kinds().contains(kind);
  }

  /** A user's own layer. */
  private static final class Doubling implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      return x.plus(x);
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }

  private static Cascade withOwnLayer() {
    Cascade plain = Exports.cascade("network=mlp modules=2 features=4", 4);
    return new Cascade(new Doubling(), plain.modules(), plain.classes());
  }

  @Test
  void aLayerOfOnesOwnIsRefusedByItsName() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = withOwnLayer();
      assertThatThrownBy(() -> OnnxExport.of(cascade, 4).write(folder.resolve("a.onnx")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the layer " + Doubling.class.getName())
          .hasMessageContaining("Writers.with");
    }
  }

  @Test
  void aLayerOfOnesOwnIsWrittenAsOneSays() throws IOException {
    try (Scope scope = Scope.open()) {
      Writers more =
          Writers.standard()
              .with(
                  Doubling.class,
                  (doubling, x, graph) -> graph.node("Add").input(x).input(x).gives(x.sample()));
      Exported exported =
          OnnxExport.of(withOwnLayer(), 4).with(more).write(folder.resolve("a.onnx"));
      assertThat(exported.largestDifference()).isLessThan(1e-6);
      assertThat(Writers.standard().know(Doubling.class)).isFalse();
    }
  }

  @Test
  void aModuleOfOnesOwnIsWrittenAsOneSays() {
    try (Scope scope = Scope.open()) {
      // The belief is left out: the check shows that this writer was used.
      Writers other =
          Writers.standard()
              .withModule(MlpModule.class, (module, before, features, graph) -> before);
      Cascade cascade = Exports.cascade("network=mlp modules=2", 4);
      assertThatThrownBy(
              () -> OnnxExport.of(cascade, 4).with(other).write(folder.resolve("a.onnx")))
          .isInstanceOf(ExportException.class);
    }
  }
}
