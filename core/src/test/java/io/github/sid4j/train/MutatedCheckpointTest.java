package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsFile;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints that are whole by their manifest, and yet none that this run could have written. */
@Tag("slow")
class MutatedCheckpointTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In the second of three epochs. */
  private static final int STEP = 7;

  @TempDir private Path temp;
  private Path checkpoint;

  @BeforeEach
  void halfARun() throws IOException {
    int[] steps = {0};
    Training.of(SmallRuns.rows(temp))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == STEP)
        .run();
    checkpoint = temp.resolve("checkpoints").resolve(String.format(Locale.ROOT, "step-%09d", STEP));
  }

  /** Saves the checkpoint again under a manifest that fits what was made of its files. */
  private void seal() throws IOException {
    Copies.seal(checkpoint, STEP, Copies.of(checkpoint));
  }

  private void refused(String part) throws IOException {
    seal();
    Map<String, String> before = Tree.of(temp);
    assertThatThrownBy(() -> SmallRuns.trainBlobs(SmallRuns.rows(temp, "resume", "true")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(checkpoint.toString())
        .hasMessageContaining(part);
    assertThat(Tree.of(temp)).isEqualTo(before);
  }

  @Test
  void theSealedCopyItselfResumes() throws IOException {
    seal();
    assertThat(SmallRuns.trainBlobs(SmallRuns.rows(temp, "resume", "true")).result()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/step|8|expected step 7, found 8",
        "/epoch|0|expected epoch and step_in_epoch of step 7 with 5 steps in each epoch",
        "/epoch|9|found 9 and 2",
        "/epoch|2.5|the progress of a run",
        "/epoch|null|the progress of a run",
        "/epoch|-2147483648|found -2147483648 and 2",
        "/step_in_epoch|3|found 2 and 3",
        "/step_in_epoch|-1|found 2 and -1",
        "/best_epoch|2|best_epoch among the 1 epochs that are over, found 2",
        "/best_epoch|0|best_epoch among the 1 epochs that are over, found 0",
        "/best_epoch|-1|found -1",
        "/best_accuracy|1.5|expected accuracies from 0 to 1, found 1.5",
        "/last_accuracy|\"x\"|the progress of a run",
        "/best_divergence|1e999|a best_divergence that is a finite number",
        "/train_samples|-1|train_samples of at least 0",
        "/train_seconds|-0.5|seconds of at least 0",
        "/wall_seconds|1e999|",
        "/sums|null|expected sums, found none",
        "/sums/samples|[]|sums.samples of one number",
        "/sums/samples|[1,2]|sums.samples of one number",
        "/sums/samples|[-32]|sums.samples of one number",
        "/sums/correct|[1,2]|sums.correct of 3 numbers",
        "/sums/correct|[1,2,99]|sums.correct of 3 numbers",
        "/sums/correct|null|sums.correct of 3 numbers",
        "/sums/slack|[1,2]|sums of 3 finite numbers",
        "/sums/regressed|[0,0,99]|sums.regressed of 3 numbers from 0 to sums.samples",
        "/sums/noisy|[1,2]|sums.noisy of 1 numbers",
        "/sums/noisy|[-1]|sums.noisy of 1 numbers",
        "/sums/label_disagreement|[0,0]|sums.label_disagreement of 3 numbers",
        "/sums/true_label_recovered|[0,0,1]|sums.true_label_recovered of 3 numbers from 0 to sums.noisy",
        "/sums/kl_target|[1,2,3,4]|sums of 3 finite numbers",
        "/sums/loss|[1,null,3]|",
        "/sums/floor|[1,\"NaN\",3]|",
        "/sums/kl_previous|{}|the progress of a run"
      })
  void progressThatNoRunCouldHaveMade(String pointer, String value, String part)
      throws IOException {
    Path file = checkpoint.resolve("progress.json");
    JsonNode json = JSON.readTree(file.toFile());
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) json.at(pointer.substring(0, last));
    parent.set(pointer.substring(last + 1), JSON.readTree(value));
    Files.write(file, JSON.writeValueAsBytes(json));
    refused(part == null ? "progress.json" : part);
  }

  @Test
  void progressWithoutOneOfItsFields() throws IOException {
    Path file = checkpoint.resolve("progress.json");
    byte[] whole = Files.readAllBytes(file);
    List<String> names = new ArrayList<>();
    JSON.readTree(whole).fieldNames().forEachRemaining(names::add);
    // Versions before it was kept wrote none.
    assertThat(names).hasSize(13).contains("best_divergence");
    names.remove("best_divergence");
    for (String name : names) {
      ObjectNode json = (ObjectNode) JSON.readTree(whole);
      json.remove(name);
      Files.write(file, JSON.writeValueAsBytes(json));
      refused(name);
    }
  }

  @Test
  void progressThatIsNoObject() throws IOException {
    for (String text : List.of("", "null", "[]", "7", "{} {}", "{")) {
      Files.writeString(checkpoint.resolve("progress.json"), text);
      refused("progress.json");
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "''", "7.5", "x", "99999999999999999999", "' 7'"})
  void anOptimizersStepsThatAreNoNumber(String steps) throws IOException {
    changeSteps("module2.steps", steps);
    refused("metadata module2.steps: expected a number of steps");
  }

  @Test
  void anOptimizersStepsThatAreMissing() throws IOException {
    changeSteps("extractor.steps", null);
    refused("metadata extractor.steps: expected a number of steps, found none");
  }

  private void changeSteps(String key, String value) throws IOException {
    Path file = checkpoint.resolve("optimizer.safetensors");
    SafetensorsFile stored = Safetensors.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(stored.metadata());
    assertThat(metadata).containsEntry(key, "" + STEP);
    if (value == null) {
      metadata.remove(key);
    } else {
      metadata.put(key, value);
    }
    Files.delete(file);
    Safetensors.write(file, stored.tensors(), metadata);
  }

  static Stream<String> tensorFiles() {
    return Stream.of("weights.safetensors", "best.safetensors", "optimizer.safetensors");
  }

  @ParameterizedTest
  @MethodSource("tensorFiles")
  void tensorsOfAnotherNetworkOrNoneAtAll(String name) throws IOException {
    Path file = checkpoint.resolve(name);
    SafetensorsFile whole = Safetensors.read(file);
    String first = whole.tensors().keySet().iterator().next();
    Map<String, StoredTensor> tensors = new LinkedHashMap<>(whole.tensors());
    StoredTensor flat = tensors.get(first);
    long count = 1;
    for (long size : flat.shape()) {
      count *= size;
    }
    tensors.put(first, new StoredTensor(flat.type(), new long[] {1, count}, flat.data()));
    Safetensors.write(file, tensors, whole.metadata());
    refused(first);
    tensors.remove(first);
    Safetensors.write(file, tensors, whole.metadata());
    refused(first);
    Files.delete(file);
    refused(name);
  }
}
