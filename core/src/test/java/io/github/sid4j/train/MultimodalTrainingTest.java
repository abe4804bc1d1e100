package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.MultimodalReader;
import io.github.sid4j.internal.data.MultimodalRow;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.predict.MultimodalAnswers;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Parcels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class MultimodalTrainingTest {
  private static final float ROUNDING = 1e-6f;

  @TempDir static Path temp;

  private static Path file;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    file = Parcels.write(temp);
    model = temp.resolve("model");
    try (Trained trained = run("model", "epochs", "40")) {
      assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.8);
    }
  }

  private static Trained run(String out, String... others) throws IOException {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "dataset", "csv",
                "data", file.toString(),
                "embedding", "8",
                "hidden", "8",
                "features", "8",
                "module-hidden", "8",
                "batch", "16",
                "lr", "0.01",
                "threads", "1",
                "precision", "fp32"));
    texts.put("ema", "0");
    texts.put("dropout", "0.1");
    texts.put("out", temp.resolve(out).toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Training.of(Settings.parse(texts)).run();
  }

  private static byte[] weights(String out) throws IOException {
    return Files.readAllBytes(new RunPaths(temp.resolve(out)).weights());
  }

  @Test
  void everyExecutionGivesTheSameBits() throws IOException {
    byte[] expected = null;
    for (String execution : List.of("two-phase", "single-pass", "threads", "pipeline")) {
      run(execution, "epochs", "2", "execution", execution, "topology", "staged").close();
      byte[] found = weights(execution);
      expected = expected == null ? found : expected;
      assertThat(found).as(execution).isEqualTo(expected);
    }
  }

  @Test
  void aStoppedRunResumesToTheSameBits() throws IOException {
    run("straight", "epochs", "3").close();
    run("stopped", "epochs", "2").close();
    run("stopped", "resume", "true", "epochs", "3").close();
    assertThat(weights("stopped")).isEqualTo(weights("straight"));
  }

  @ParameterizedTest
  @CsvSource({"backprop, staged", "backprop, whole", "sid, shared"})
  void otherWaysTrainIt(String method, String topology) throws IOException {
    String name = method + topology;
    try (Trained trained = run(name, "method", method, "topology", topology, "epochs", "40")) {
      assertThat(trained.result().orElseThrow().testAccuracy().last()).isGreaterThan(0.75);
    }
  }

  @Test
  void aMissingInputIsASkippedModule() throws IOException {
    try (Classifier classifier = Classifier.open(model)) {
      Prediction none = classifier.classifyRow(Map.of("size", "1.5", "colour", "blue"));
      assertThat(none.depth()).isEqualTo(3);
      assertThat(none.belief(2)).containsExactly(none.belief(1), within());
      assertThat(none.belief(3)).containsExactly(none.belief(1), within());
      Prediction text = classifier.classifyRow(Map.of("note", "it is loud here"));
      assertThat(text.belief(1))
          .containsExactly(new float[] {0.25f, 0.25f, 0.25f, 0.25f}, within());
      assertThat(text.belief(2)[1]).isGreaterThan(text.belief(2)[0]);
      Prediction all =
          classifier.classifyRow(
              Map.of(
                  "size", "5.5",
                  "colour", "red",
                  "note", "it is loud here",
                  "photo", temp.resolve("photos/1.png").toString()));
      assertThat(all.best().name()).isEqualTo("d");
    }
  }

  private static Offset<Float> within() {
    return Offset.offset(ROUNDING);
  }

  @Test
  void cellsThatDoNotFitAreRefused() throws IOException {
    try (Classifier classifier = Classifier.open(model)) {
      assertThatThrownBy(() -> classifier.classifyRow(Map.of("size", "big", "colour", "red")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("big");
      assertThatThrownBy(() -> classifier.classifyRow(Map.of("size", "1.5")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the column \"colour\"");
      assertThatThrownBy(() -> classifier.classifyRow(Map.of("photo", "nowhere.png")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("nowhere.png: expected an image, found none");
    }
  }

  @Test
  void imagesAreReadOnlyWhereTheModulesBeforeAreNotSure() throws IOException {
    ClassifierOptions half = ClassifierOptions.defaults().with(ExitRule.confidence(0.6));
    try (Classifier early = Classifier.open(model, half);
        Classifier whole = Classifier.open(model)) {
      MultimodalEncoding encoding = (MultimodalEncoding) early.description().input();
      List<MultimodalRow> rows =
          new MultimodalReader(encoding, TableChoices.NONE).read(file).rows();
      List<String> refusals = new ArrayList<>();
      MultimodalAnswers answers = new MultimodalAnswers(early, refusals::add);
      List<Prediction> found = answers.of(rows);
      List<float[]> read = rows.stream().map(row -> row.withImages(refusals::add)).toList();
      List<Prediction> expected = whole.classifyPrepared(read, ExitRule.confidence(0.6), List.of());
      int images = 0;
      for (int i = 0; i < rows.size(); i++) {
        assertThat(found.get(i).depth()).isEqualTo(expected.get(i).depth());
        int depth = found.get(i).depth();
        assertThat(found.get(i).belief(depth))
            .containsExactly(expected.get(i).belief(depth), within());
        images += depth < 3 ? rows.get(i).images().size() : 0;
      }
      assertThat(answers.unread()).isEqualTo(images).isBetween(1, Parcels.ROWS - 1);
      assertThat(refusals).isEmpty();
    }
  }

  @Test
  void settingsThatItCannotHaveAreRefused() {
    assertThatThrownBy(() -> run("two", "topology", "staged", "stages", "2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3, one for each input: table-3, text-");
    assertThatThrownBy(() -> run("overlap", "topology", "staged", "overlap", "2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("whose modules share no features");
    assertThatThrownBy(() -> run("mlp", "network", "mlp"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mlp");
    assertThatThrownBy(() -> run("digits", "network", "multimodal", "dataset", "digits"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("samples of several inputs");
  }
}
