package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TextTrainingTest {
  @TempDir static Path temp;

  private static Path file;

  /** What a text is about is said by one word of it. */
  @BeforeAll
  static void writeTexts() throws IOException {
    StringBuilder rows = new StringBuilder("label,text\n");
    for (int i = 0; i < 120; i++) {
      String filler = "this is ".repeat(i % 5);
      rows.append(i % 2 == 0 ? "sun," + filler + "so warm today\n" : "rain," + filler + "so wet\n");
    }
    file = Files.writeString(temp.resolve("weather.csv"), rows);
  }

  private static Trained run(String out, String... others) throws IOException {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "dataset", "text",
                "data", file.toString(),
                "text-columns", "text",
                "embedding", "8",
                "modules", "2",
                "module-hidden", "8",
                "batch", "16",
                "epochs", "4",
                "lr", "0.01",
                "threads", "1"));
    texts.put("precision", "fp32");
    texts.put("out", temp.resolve(out).toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Training.of(Settings.parse(texts)).run();
  }

  private static byte[] weights(String out) throws IOException {
    return Files.readAllBytes(new RunPaths(temp.resolve(out)).weights());
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("text-cnn", "shared"),
        Arguments.of("text-cnn", "staged"),
        Arguments.of("text-transformer", "shared"),
        Arguments.of("text-transformer", "staged"));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyExecutionGivesTheSameBits(String network, String topology) throws IOException {
    String name = network + topology;
    String[] others = {
      "network", network, "topology", topology, "stages", "2", "depth", "2", "execution", ""
    };
    byte[] expected = null;
    for (String execution : new String[] {"two-phase", "single-pass", "threads"}) {
      others[others.length - 1] = execution;
      try (Trained trained = run(name + execution, others)) {
        assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.9);
      }
      byte[] found = weights(name + execution);
      expected = expected == null ? found : expected;
      assertThat(found).as(execution).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-cnn", "text-transformer"})
  void backpropagationTrainsIt(String network) throws IOException {
    String name = "bp" + network;
    try (Trained trained = run(name, "network", network, "method", "backprop", "depth", "1")) {
      assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.9);
    }
  }

  @Test
  void aStoredModelReadsTextsByItsOwnTokenizer() throws IOException {
    String name = "stored";
    run(name, "tokenizer", "bpe", "label-noise", "0.1", "class-weights", "balanced").close();
    Path folder = temp.resolve(name);
    Path tokenizer = folder.resolve("tokenizer.json");
    try (Classifier classifier = Classifier.open(folder)) {
      Prediction prediction = classifier.classifyText("it is so wet");
      assertThat(prediction.best().name()).isEqualTo("rain");
      assertThat(classifier.classifyText("so warm").best().name()).isEqualTo("sun");
    }
    byte[] kept = Files.readAllBytes(tokenizer);
    Files.delete(tokenizer);
    assertThatThrownBy(() -> Classifier.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the tokenizer of the model");
    Files.writeString(tokenizer, "{}");
    assertThatThrownBy(() -> Classifier.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the tokenizer of the model, of SHA-256");
    Files.write(tokenizer, kept);
    Path given = Files.copy(tokenizer, temp.resolve("given.json"));
    run("again", "tokenizer-file", given.toString(), "precision", "bf16").close();
    assertThat(temp.resolve("again").resolve("tokenizer.json")).hasBinaryContent(kept);
    Files.delete(given);
    // A run has its own copy.
    assertThat(RunEvaluation.of(temp.resolve("again")).dataset()).isEqualTo("text");
    assertThatThrownBy(() -> run("third", "tokenizer-file", given.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokenizer-file");
  }

  @Test
  void aStoppedRunResumesToTheSameBits() throws IOException {
    run("straight").close();
    run("stopped", "epochs", "2").close();
    run("stopped", "resume", "true").close();
    assertThat(weights("stopped")).isEqualTo(weights("straight"));
  }

  @Test
  void anotherNetworkDoesNotTakeIdsForQuantities() {
    assertThatThrownBy(() -> run("mlp", "network", "mlp"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text-cnn");
  }
}
