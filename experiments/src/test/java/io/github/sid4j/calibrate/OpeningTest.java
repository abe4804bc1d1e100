package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of others, whose files hold what they should not. */
@Tag("slow")
class OpeningTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path temp;

  private static RunPaths paths;
  private static Map<Path, byte[]> good;

  @BeforeAll
  static void train() throws IOException {
    Path run = temp.resolve("run");
    Training.of(SmallRun.staged(run, "epochs", "1")).run();
    paths = new RunPaths(run);
    Calibrator.calibrate(run, new Goal(Goal.Kind.LOSS, 5), 1);
    good = new LinkedHashMap<>();
    for (Path file :
        new Path[] {paths.calibration(), paths.model(), paths.best(), paths.weights()}) {
      good.put(file, Files.readAllBytes(file));
    }
  }

  @AfterEach
  void putBack() throws IOException {
    for (Map.Entry<Path, byte[]> file : good.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  /** Puts a value at a place such as {@code modules/0/temperature}. */
  private static void change(Path file, String place, String value) throws IOException {
    JsonNode root = JSON.readTree(good.get(file));
    int last = place.lastIndexOf('/');
    JsonNode parent = root.at(last < 0 ? "" : "/" + place.substring(0, last));
    String name = place.substring(last + 1);
    JsonNode node = JSON.readTree(value);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), node);
    } else {
      ((ObjectNode) parent).set(name, node);
    }
    Files.write(file, JSON.writeValueAsBytes(root));
  }

  private static void assertRefused(String... words) {
    assertThatThrownBy(() -> Classifier.open(paths.folder()).close())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "modules/0/temperature, null, modules[0].temperature",
    "modules/2/temperature, 0, modules[2].temperature",
    "modules/1/temperature, -1, modules[1].temperature",
    "modules/1/temperature, 1e-300, modules[1].temperature",
    "modules/1/temperature, 1e300, modules[1].temperature",
    "modules/1/temperature, 1e400, modules[1].temperature",
    "modules/1/index, 3, modules[1].index",
    "modules/1, null, modules[1]",
    "modules/1/compute, 0.001, modules[1].compute",
    "modules/1/accuracy, 1.5, modules[1].accuracy",
    "modules, [], modules",
    "modules, null, modules",
    "exit, null, exit",
    "exit/kind, null, exit.kind",
    "exit/kind, '\"sometimes\"', exit.kind",
    "exit/threshold, 2, exit",
    "exit/threshold, -1, exit",
    "exit/threshold, null, exit",
    "samples, 0, samples",
    "samples, -5, samples",
    "weights_sha256, null, weights_sha256",
    "weights_sha256, '\"no hash\"', weights_sha256",
    "format_version, 2, format_version",
    "full, null, full",
    "chosen/rule, null, chosen.rule",
    "chosen/mean_depth, 7, chosen.mean_depth",
    "curve/0, null, curve[0]",
    "test/ece, [], test.ece",
    "test/ece/0, null, test.ece[0]",
    "time/full_seconds, null, time.full_seconds",
    "joint_readout/weights, [], joint_readout.weights",
    "joint_readout/weights/1, -0.5, joint_readout.weights[1]",
    "joint_readout/test_accuracy, 1.5, joint_readout.test_accuracy"
  })
  void aCalibrationThatCannotBeOneIsRefusedByItsField(String place, String value, String field)
      throws IOException {
    change(paths.calibration(), place, value);
    assertRefused("calibration.json", field);
    ClassifierOptions plain = ClassifierOptions.defaults().uncalibrated();
    Classifier.open(paths.folder(), plain).close();
  }

  @Test
  void aCalibrationOfAnotherNumberOfModulesIsRefused() throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(good.get(paths.calibration()));
    ((ArrayNode) root.get("modules")).remove(2);
    root.putNull("test");
    root.putNull("joint_readout");
    String text =
        JSON.writeValueAsString(root).replaceAll("\"mean_depth\":[0-9.]+", "\"mean_depth\":1");
    Files.writeString(paths.calibration(), text);
    assertRefused("calibration.json modules", "the model's 3", "found 2");
  }

  @Test
  void aCalibrationOfAnEarlierVersionOpens() throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(good.get(paths.calibration()));
    root.remove("decision");
    root.remove("joint_readout");
    root.get("modules").forEach(module -> ((ObjectNode) module).remove("fit"));
    Files.write(paths.calibration(), JSON.writeValueAsBytes(root));
    try (Classifier classifier = Classifier.open(paths.folder())) {
      assertThat(classifier.inForce().temperatures()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "input_shape, '[1,8]', input",
    "input_shape, '[1,0,8]', input_shape[1]",
    "input_shape, '[1,-8,8]', input_shape[1]",
    "input_shape, '[100000,100000,100000]', input_shape",
    "input_shape, '[]', input_shape",
    "input_shape/0, null, input_shape[0]",
    "class_names, '[]', class_names",
    "class_names, null, class_names",
    "class_names/3, null, class_names[3]",
    "class_names/3, '\" \"', class_names[3]",
    "class_names/3, '\"0\"', class_names[3]",
    "network, null, network",
    "input/mean/0, null, input",
    "input/deviation/0, 0, input",
    "input/deviation/0, -1, input",
    "input/deviation/0, 1e400, input.deviation[0]",
    "input/height, 9, input",
    "input/maximum, 1000, input"
  })
  void aDescriptionThatCannotBeOneIsRefusedByItsField(String place, String value, String field)
      throws IOException {
    change(paths.model(), place, value);
    assertRefused("model.json", field);
  }

  @Test
  void fewerClassNamesThanClassesAreRefused() throws IOException {
    change(paths.model(), "class_names", "[\"a\", \"b\"]");
    assertRefused("expected", "tensor");
  }

  private static void change(Path file, String tensor, float number) throws IOException {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>(Safetensors.read(file).tensors());
    StoredTensor stored = tensors.get(tensor);
    byte[] data = stored.data().clone();
    ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(data.length - 4, number);
    tensors.put(tensor, new StoredTensor(stored.type(), stored.shape(), data));
    Safetensors.write(file, tensors, Map.of());
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aWeightThatIsNotFiniteIsRefusedByItsTensor(float number) throws IOException {
    String last =
        Safetensors.read(paths.best()).tensors().keySet().stream().sorted().toList().get(0);
    change(paths.best(), last, number);
    Files.delete(paths.calibration());
    assertRefused("best.safetensors tensor " + last, "a finite number", Float.toString(number));
    assertThatThrownBy(() -> RunEvaluation.of(paths.folder()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(last);
  }

  @Test
  void weightsThatOverflowGiveNoAnswer() throws IOException {
    Map<String, StoredTensor> tensors =
        new LinkedHashMap<>(Safetensors.read(paths.best()).tensors());
    tensors.replaceAll(
        (name, stored) -> {
          ByteBuffer huge =
              ByteBuffer.allocate(stored.data().length).order(ByteOrder.LITTLE_ENDIAN);
          for (int i = 0; huge.hasRemaining(); i++) {
            huge.putFloat(i % 2 == 0 ? 3e38f : -3e38f);
          }
          return new StoredTensor(stored.type(), stored.shape(), huge.array());
        });
    Safetensors.write(paths.best(), tensors, Map.of());
    Files.delete(paths.calibration());
    try (Classifier classifier = Classifier.open(paths.folder())) {
      float[] example = new float[64];
      Arrays.fill(example, 1);
      assertThatThrownBy(() -> classifier.classifyPrepared(List.of(example)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("overflow");
    }
  }

  @Test
  void anExampleThatIsNotFiniteIsRefused() throws IOException {
    try (Classifier classifier = Classifier.open(paths.folder())) {
      float[] example = new float[64];
      example[5] = Float.NaN;
      assertThatThrownBy(() -> classifier.classifyPrepared(List.of(example)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("number 5");
    }
  }

  /** Whatever a byte becomes, what comes of it is an answer or one line. */
  @Test
  void noChangedByteOfADescriptionOrACalibrationIsAnInternalError() throws IOException {
    Random random = new Random(7);
    for (Path file : new Path[] {paths.calibration(), paths.model()}) {
      for (int turn = 0; turn < 60; turn++) {
        byte[] bytes = good.get(file).clone();
        String choice = "0123456789-eE.,:{}[]\"nul x";
        for (int k = 0; k <= random.nextInt(3); k++) {
          bytes[random.nextInt(bytes.length)] =
              (byte) choice.charAt(random.nextInt(choice.length()));
        }
        Files.write(file, bytes);
        try (Classifier classifier = Classifier.open(paths.folder())) {
          for (double temperature : classifier.inForce().temperatures()) {
            assertThat(temperature).isBetween(0.01, 100.0);
          }
        } catch (InputException e) {
          assertThat(e).hasMessageNotContaining("\n");
        }
      }
      putBack();
    }
  }
}
