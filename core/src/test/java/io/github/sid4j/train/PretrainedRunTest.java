package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class PretrainedRunTest {
  @TempDir private static Path shared;
  private static Path file;
  private static Map<String, StoredTensor> network;

  @TempDir private Path temp;

  @BeforeAll
  static void train() throws IOException {
    SmallRuns.train(SmallRuns.digits(shared.resolve("theirs"), "epochs", "2", "seed", "9"));
    network = new LinkedHashMap<>();
    Safetensors.read(new RunPaths(shared.resolve("theirs")).best())
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("extractor.")) {
                network.put(name, tensor);
              }
            });
    file = shared.resolve("network.safetensors");
    Safetensors.write(file, network, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "sid,single-pass",
    "sid,two-phase",
    "sid,threads",
    "sid,data-parallel",
    "sid,batched",
    "deep-supervision,single-pass",
    "backprop,single-pass"
  })
  void aFrozenExtractorStaysAsItIsToTheByte(String method, String execution) throws IOException {
    Path out = temp.resolve("run");
    Trained trained =
        SmallRuns.train(
            SmallRuns.digits(
                out,
                "pretrained",
                file.toString(),
                "frozen",
                "extractor",
                "method",
                method,
                "execution",
                execution));
    RunPaths paths = new RunPaths(out);
    assertThat(Safetensors.read(paths.weights()).tensors()).containsAllEntriesOf(network);
    assertThat(Safetensors.read(paths.best()).tensors()).containsAllEntriesOf(network);
    assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.8);
    assertThat(RunJson.read(paths.provenance(), Provenance.class).origin())
        .isEqualTo(
            new OriginProvenance("pretrained", "network.safetensors", FileHash.sha256(file)));
    try (Classifier classifier = Classifier.open(out)) {
      assertThat(classifier.description().classNames()).hasSize(10);
    }
    assertThat(RunEvaluation.of(out).testAccuracy())
        .isEqualTo(trained.result().orElseThrow().testAccuracy());
  }

  @Test
  void withoutFreezingItIsWhereTrainingBegins() throws IOException {
    Path out = temp.resolve("run");
    SmallRuns.train(
        SmallRuns.digits(out, "pretrained", file.toString(), "lr", "1e-12", "epochs", "1"));
    Map<String, StoredTensor> after = Safetensors.read(new RunPaths(out).weights()).tensors();
    network.forEach(
        (name, tensor) -> assertThat(first(after.get(name))).isCloseTo(first(tensor), WITHIN));
  }

  private static final Offset<Float> WITHIN = Offset.offset(1e-6f);

  private static float first(StoredTensor tensor) {
    return ByteBuffer.wrap(tensor.data()).order(ByteOrder.LITTLE_ENDIAN).getFloat();
  }

  @Test
  void aRunThatWasStoppedResumesWithoutTheFile() throws IOException {
    Path copy = Files.copy(file, temp.resolve("copy.safetensors"));
    String[] settings = {"pretrained", copy.toString(), "frozen", "extractor", "resume", "true"};
    SmallRuns.train(SmallRuns.digits(temp.resolve("whole"), settings));
    int[] taken = {0};
    Training.of(SmallRuns.digits(temp.resolve("stopped"), settings))
        .stopWhen(() -> ++taken[0] == 5)
        .run();
    Files.delete(copy);
    SmallRuns.train(SmallRuns.digits(temp.resolve("stopped"), settings));
    assertThat(Outcome.of(temp.resolve("stopped"))).isEqualTo(Outcome.of(temp.resolve("whole")));
  }

  @Test
  void aFileThatDoesNotFitLeavesNoFolder() {
    Path out = temp.resolve("run");
    assertThatThrownBy(
            () ->
                SmallRuns.train(
                    SmallRuns.digits(out, "pretrained", file.toString(), "hidden", "50")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("shape");
    assertThatThrownBy(
            () ->
                SmallRuns.train(
                    SmallRuns.digits(out, "pretrained", temp.resolve("none").toString())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none");
    assertThat(out).doesNotExist();
  }
}
