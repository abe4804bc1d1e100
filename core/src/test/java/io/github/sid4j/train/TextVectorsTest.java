package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class TextVectorsTest {
  @TempDir private Path temp;

  private Path data;
  private Path vectors;

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder rows = new StringBuilder("label,text\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 2 == 0 ? "sun,it is so warm today\n" : "rain,it was so wet here\n");
    }
    data = Files.writeString(temp.resolve("weather.csv"), rows);
    vectors =
        Files.writeString(temp.resolve("v.txt"), "warm 1 2 3 4\nwet -1 -2 -3 -4\nno 0 0 0 0\n");
  }

  private Settings settings(String out, String... others) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "dataset", "text",
                "data", data.toString(),
                "text-columns", "text",
                "embedding", "4",
                "modules", "2",
                "module-hidden", "8",
                "batch", "16",
                "epochs", "2",
                "threads", "1",
                "precision", "fp32"));
    texts.put("embeddings", vectors.toString());
    texts.put("out", temp.resolve(out).toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Settings.parse(texts);
  }

  private static float[] row(Trained trained, float first) {
    Tensor embedding =
        trained.cascade().state().byName().entrySet().stream()
            .filter(one -> one.getKey().endsWith("embed.weight"))
            .findFirst()
            .orElseThrow()
            .getValue();
    float[] all = embedding.toFloats();
    for (int at = 0; at < all.length; at += 4) {
      if (Math.abs(all[at] - first) < 1e-3) {
        return Arrays.copyOfRange(all, at, at + 4);
      }
    }
    return new float[0];
  }

  @ParameterizedTest
  @CsvSource({"text-cnn,shared", "text-cnn,staged", "text-transformer,shared"})
  void wordsBeginWithTheirVectors(String network, String topology) throws IOException {
    String[] still = {
      "network", network, "topology", topology, "stages", "2", "depth", "2", "lr", "1e-9"
    };
    try (Trained trained = Training.of(settings("run", still)).run()) {
      assertThat(row(trained, 1)).usingComparatorWithPrecision(1e-4f).containsExactly(1, 2, 3, 4);
      assertThat(row(trained, -1))
          .usingComparatorWithPrecision(1e-4f)
          .containsExactly(-1, -2, -3, -4);
    }
    Path run = temp.resolve("run");
    Provenance provenance = RunJson.read(new RunPaths(run).provenance(), Provenance.class);
    assertThat(provenance.origin()).isNotNull();
    assertThat(provenance.origin().kind()).isEqualTo("embeddings");
    assertThat(provenance.origin().name()).isEqualTo("v.txt");
    // The run has all that it needs.
    Files.delete(vectors);
    assertThat(RunEvaluation.of(run).testSize()).isEqualTo(12);
  }

  @Test
  void aResumedRunHasTheSameBits() throws IOException {
    Training.of(settings("whole")).run().close();
    Training.of(settings("half", "epochs", "1")).run().close();
    Files.delete(vectors);
    Training.of(settings("half", "resume", "true")).run().close();
    assertThat(new RunPaths(temp.resolve("half")).weights())
        .hasSameBinaryContentAs(new RunPaths(temp.resolve("whole")).weights());
  }

  @ParameterizedTest
  @CsvSource({
    "embedding,8,set embedding to 4",
    "tokenizer,bytes,texts whose tokens are words",
    "network,mlp,text",
    "pretrained,x.safetensors,none with pretrained",
  })
  void whatDoesNotFitIsRefusedBeforeARunBegins(String name, String value, String part) {
    assertThatThrownBy(() -> Training.of(settings("run", name, value)).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part);
    assertThat(temp.resolve("run")).doesNotExist();
  }
}
