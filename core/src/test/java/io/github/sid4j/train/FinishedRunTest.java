package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.StoredTensors;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRunTest {
  @TempDir private Path temp;
  private RunPaths paths;
  private RunResult result;

  @BeforeEach
  void train() throws IOException {
    paths = new RunPaths(temp);
    result = SmallRuns.train(SmallRuns.digits(temp, "epochs", "2")).result().orElseThrow();
  }

  private Trained resume() throws IOException {
    return SmallRuns.train(SmallRuns.digits(temp, "epochs", "2", "resume", "true"));
  }

  @Test
  void resumingReturnsTheResultAndTheLastWeightsAndChangesNothing() throws IOException {
    Map<String, String> before = Tree.of(temp);
    Trained again = resume();
    assertThat(again.result()).contains(result);
    assertThat(StoredTensors.of(again.cascade().parameters().byName()))
        .isEqualTo(Safetensors.read(paths.weights()).tensors());
    assertThat(Tree.of(temp)).isEqualTo(before);
  }

  @Test
  void resumingDoesNotNeedTheCheckpoints() throws IOException {
    try (Stream<Path> files = Files.walk(paths.checkpoints())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    Map<String, String> before = Tree.of(temp);
    assertThat(resume().result()).contains(result);
    assertThat(Tree.of(temp)).isEqualTo(before);
  }

  @Test
  void theResultHasTheDocumentedFieldsAndNoOthers() throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(paths.result().toFile());
    assertThat(names(json))
        .containsExactly(
            "method",
            "dataset",
            "seed",
            "parameters",
            "epochs",
            "best_epoch",
            "validation_accuracy",
            "test_accuracy",
            "modules",
            "samples_per_second",
            "peak_rss_bytes",
            "wall_seconds",
            "version",
            "classification",
            "stopped_after");
    assertThat(names(json.get("validation_accuracy"))).containsExactly("best", "last");
    assertThat(names(json.get("test_accuracy"))).containsExactly("best", "last");
    assertThat(json.get("modules")).hasSize(3);
    assertThat(names(json.get("modules").get(0)))
        .containsExactly("index", "test_accuracy", "kl_target", "kl_previous");
    // A fraction: the digits are learned, and yet it is below 1.
    assertThat(json.get("test_accuracy").get("last").asDouble()).isBetween(0.7, 1.0);
    // A share of 359 test images.
    double correct = json.get("test_accuracy").get("last").asDouble() * 359;
    assertThat(Math.abs(correct - Math.rint(correct))).isLessThan(1e-9);
    assertThat(json.get("peak_rss_bytes").asLong()).isGreaterThan(1 << 20);
    assertThat(json.get("wall_seconds").asDouble()).isPositive();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void measuringAgainGivesTheNumbersOfTheResult() throws IOException {
    Map<String, String> before = Tree.of(temp);
    RunEvaluation evaluation = RunEvaluation.of(temp);
    assertThat(evaluation)
        .isEqualTo(
            new RunEvaluation(
                "digits",
                359,
                result.testAccuracy(),
                result.modules(),
                "sid",
                result.classification()));
    assertThat(Tree.of(temp)).isEqualTo(before);
  }

  @Test
  void theClassesAddUpToTheTestAccuracy() {
    Classification found = result.classification();
    assertThat(found.samples()).isEqualTo(359);
    assertThat(found.classes()).extracting(ClassResult::name).startsWith("0", "1").hasSize(10);
    double right = 0;
    for (int c = 0; c < 10; c++) {
      right += found.confusionMatrix().get(c).get(c);
    }
    assertThat(right / 359).isEqualTo(result.testAccuracy().best());
    assertThat(found.best().logLoss()).isPositive();
    // A target without smoothing has an entropy of 0, so that the divergence is the log loss.
    assertThat(found.last().logLoss()).isCloseTo(result.modules().get(2).klTarget(), within(1e-5));
  }

  @Test
  void bestAndLastWeightsAreMeasuredEachByItself() throws IOException {
    Map<String, StoredTensor> last = Safetensors.read(paths.weights()).tensors();
    Path other = temp.resolve("other");
    SmallRuns.train(SmallRuns.digits(other, "epochs", "2", "seed", "5"));
    Files.copy(new RunPaths(other).best(), paths.best(), StandardCopyOption.REPLACE_EXISTING);
    RunEvaluation evaluation = RunEvaluation.of(temp);
    assertThat(evaluation.modules()).isEqualTo(result.modules());
    assertThat(evaluation.testAccuracy().last()).isEqualTo(result.testAccuracy().last());
    assertThat(evaluation.testAccuracy().best())
        .isEqualTo(RunEvaluation.of(other).testAccuracy().best());
    assertThat(Safetensors.read(paths.weights()).tensors()).isEqualTo(last);
  }

  @Test
  void aRunWithoutAFinishedEpochCannotBeMeasured() throws IOException {
    Path young = temp.resolve("young");
    Training.of(SmallRuns.digits(young)).stopWhen(() -> true).run();
    for (Path folder : List.of(young, temp.resolve("none"))) {
      assertThatThrownBy(() -> RunEvaluation.of(folder))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("expected a file of a run with a finished epoch, found none");
    }
  }
}
