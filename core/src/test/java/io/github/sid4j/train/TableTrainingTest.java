package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
class TableTrainingTest {
  @TempDir static Path temp;

  private static Path file;

  /** The class changes with the number again and again, and a colour turns it round. */
  @BeforeAll
  static void writeTable() throws IOException {
    StringBuilder rows = new StringBuilder("label,angle,size,colour\n");
    String[] colours = {"red", "blue", "green", "grey", "white", "black"};
    for (int i = 0; i < 360; i++) {
      double angle = (i * 37 % 360) / 36.0;
      boolean up = Math.sin(2 * angle) > 0 ^ i % 6 < 3;
      String size = i % 9 == 0 ? "?" : "" + i % 7;
      rows.append("%s,%s,%s,%s%n".formatted(up ? "up" : "down", angle, size, colours[i % 6]));
    }
    file = Files.writeString(temp.resolve("table.csv"), rows.append("up,1,1,pink\n"));
  }

  private static Trained run(String out, String... others) throws IOException {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "dataset", "csv",
                "data", file.toString(),
                "recipe", "none",
                "embedding", "4",
                "modules", "2",
                "module-hidden", "8",
                "batch", "16",
                "epochs", "12",
                "lr", "0.01",
                "threads", "1"));
    texts.put("precision", "fp32");
    texts.put("network", "table-mlp");
    texts.put("depth", "2");
    texts.put("hidden", "32");
    texts.put("frequencies", "8");
    texts.put("frequency-deviation", "0.5");
    texts.put("dropout", "0.1");
    texts.put("rare-categories", "2");
    texts.put("out", temp.resolve(out).toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Training.of(Settings.parse(texts)).run();
  }

  private static double accuracy(Trained trained) {
    return trained.result().orElseThrow().testAccuracy().last();
  }

  private static byte[] weights(String out) throws IOException {
    return Files.readAllBytes(new RunPaths(temp.resolve(out)).weights());
  }

  static Stream<Arguments> networks() {
    return Stream.of("table-mlp", "table-resnet")
        .flatMap(name -> Stream.of("shared", "staged").map(cut -> Arguments.of(name, cut)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyExecutionGivesTheSameBits(String network, String topology) throws IOException {
    byte[] expected = null;
    for (String execution : List.of("two-phase", "single-pass", "threads")) {
      String name = network + topology + execution;
      String[] others = {
        "network", network, "topology", topology, "stages", "2", "execution", execution
      };
      try (Trained trained = run(name, others)) {
        assertThat(accuracy(trained)).isGreaterThan(0.8);
      }
      byte[] found = weights(name);
      expected = expected == null ? found : expected;
      assertThat(found).as(execution).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table-mlp", "table-resnet"})
  void backpropagationTrainsIt(String network) throws IOException {
    try (Trained trained =
        run("bp" + network, "network", network, "method", "backprop", "modules", "1")) {
      assertThat(accuracy(trained)).isGreaterThan(0.65);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "quantile", "piecewise"})
  void aStoredModelScalesNumbersAsItsTrainingDid(String numbers) throws IOException {
    String[] others = {
      "numbers", numbers, "pieces", "20", "class-weights", "balanced", "epochs", "24"
    };
    double found;
    try (Trained trained = run(numbers, others)) {
      found = accuracy(trained);
    }
    assertThat(found).isGreaterThan(0.7);
    assertThat(RunEvaluation.of(temp.resolve(numbers)).testAccuracy().last()).isEqualTo(found);
    assertThat(new RunPaths(temp.resolve(numbers)).settings())
        .content()
        .contains(numbers.equals("piecewise") ? "plain-2" : "number-2", "category-");
  }

  @Test
  void aStoppedRunResumesToTheSameBits() throws IOException {
    String[] quantiles = {"numbers", "quantile", "epochs", "4"};
    run("straight", quantiles).close();
    run("stopped", "numbers", "quantile", "epochs", "2").close();
    run("stopped", "numbers", "quantile", "epochs", "4", "resume", "true").close();
    assertThat(weights("stopped")).isEqualTo(weights("straight"));
  }

  @Test
  void itReadsTablesAlone() {
    assertThatThrownBy(() -> run("digits", "dataset", "digits", "data", ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected rows of a table");
  }
}
