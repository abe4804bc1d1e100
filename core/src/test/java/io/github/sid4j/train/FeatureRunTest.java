package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.model.Weights;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that learn from the features of a network that is not trained. */
@Tag("slow")
class FeatureRunTest {
  private static final Pattern OF_STAGE = Pattern.compile("module\\d+\\.stage\\.(.+)");

  @TempDir private static Path shared;

  @TempDir private Path temp;

  @BeforeAll
  static void publish() throws IOException {
    for (String topology : List.of("shared", "staged")) {
      Path theirs = shared.resolve(topology);
      SmallRuns.train(
          SmallRuns.digits(
              theirs,
              "epochs",
              "1",
              "seed",
              "9",
              "topology",
              topology,
              "network",
              network(topology),
              "stages",
              "2"));
      Map<String, StoredTensor> network = new LinkedHashMap<>();
      Safetensors.read(new RunPaths(theirs).best())
          .tensors()
          .forEach(
              (name, tensor) -> {
                Matcher stage = OF_STAGE.matcher(name);
                if (stage.matches()) {
                  network.put(stage.group(1), tensor);
                } else if (name.startsWith("extractor.")) {
                  network.put(name, tensor);
                }
              });
      Safetensors.write(shared.resolve(topology + ".safetensors"), network, Map.of());
    }
  }

  /** A stage of an mlp gives vectors already. */
  private static String network(String topology) {
    return topology.equals("staged") ? "simple-cnn" : "mlp";
  }

  private static Settings settings(Path out, String topology, String... others) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "pretrained", shared.resolve(topology + ".safetensors").toString(),
                "tune", "features",
                "topology", topology,
                "network", network(topology),
                "stages", "2",
                "modules", "2",
                "epochs", "2"));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    List<String> all = new ArrayList<>();
    texts.forEach((name, text) -> all.addAll(List.of(name, text)));
    return SmallRuns.digits(out, all.toArray(String[]::new));
  }

  private static List<SampleId> names(Examples part) {
    return IntStream.range(0, part.size()).mapToObj(part::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "staged"})
  void theStoredRunComputesTheWholeFromPixels(String topology) throws IOException {
    Path out = temp.resolve("run");
    List<ModuleResult> trained;
    List<SampleId> names;
    try (Trained run = Training.of(settings(out, topology)).run()) {
      names = names(run.data().test());
      assertThat(run.data().test().shape()).hasSize(1);
      trained = run.result().orElseThrow().modules();
    }
    Settings stored = Settings.read(new RunPaths(out).settings());
    assertThat(stored.get(TuneSetting.TUNE)).isEqualTo("features");
    assertThat(stored.get(ReshapeSetting.FROZEN)).isEqualTo("extractor");
    StoredRun opened = StoredRun.open(RunOpening.of(out));
    assertThat(opened.data().test().shape()).hasSize(3);
    assertThat(names).isEqualTo(names(opened.data().test()));
    List<BeliefMetrics> measured = opened.measure(Weights.LAST, opened.data().test());
    for (int i = 0; i < trained.size(); i++) {
      assertThat(measured.get(i).klTarget()).isCloseTo(trained.get(i).klTarget(), within(1e-5));
      assertThat(measured.get(i).accuracy()).isEqualTo(trained.get(i).testAccuracy());
    }
    opened.cascade().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "staged"})
  void modulesBelieveOfFeaturesWhatTheClassifierBelievesOfPhotos(String topology)
      throws IOException {
    Path out = temp.resolve("run");
    try (Trained run = Training.of(settings(out, topology)).run()) {
      Examples photos = StoredData.open(new RunPaths(out)).data().test();
      List<float[]> pixels = IntStream.range(0, photos.size()).mapToObj(photos::values).toList();
      List<List<float[]>> beliefs = run.beliefs(run.data().test());
      assertThat(beliefs).hasSize(photos.size());
      List<Prediction> predictions =
          run.classifier().classifyPrepared(pixels, ExitRule.NEVER, List.of());
      for (int i = 0; i < photos.size(); i++) {
        for (int depth = 1; depth <= 2; depth++) {
          assertThat(beliefs.get(i).get(depth - 1))
              .containsExactly(predictions.get(i).belief(depth), within(1e-4f));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared", "staged"})
  void aResumedRunHasTheSameBits(String topology) throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    Training.of(settings(whole, topology, "checkpoint-steps", "20")).run().close();
    int[] steps = {0};
    Training.of(settings(parts, topology, "checkpoint-steps", "20"))
        .stopWhen(() -> ++steps[0] == 60)
        .run()
        .close();
    Training.of(settings(parts, topology, "resume", "true")).run().close();
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void featuresAreComputedOnceAndAfterAStopNotAgain() throws IOException {
    long[] computed = new long[2];
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void computedFeatures(long done, long total, double perSecond) {
            computed[0]++;
            computed[1] = total;
          }
        };
    // Weights of its own, so that nobody has computed their features before.
    String seed = Long.toString(System.nanoTime());
    Path weights = temp.resolve("own.safetensors");
    SmallRuns.train(SmallRuns.digits(temp.resolve("theirs"), "epochs", "1", "seed", seed));
    Map<String, StoredTensor> network = new LinkedHashMap<>();
    Safetensors.read(new RunPaths(temp.resolve("theirs")).best())
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("extractor.")) {
                network.put(name, tensor);
              }
            });
    Safetensors.write(weights, network, Map.of());
    Settings first = settings(temp.resolve("first"), "shared", "pretrained", weights.toString());
    int[] asked = {0};
    try (Trained stopped =
        Training.of(first).listeners(counting).stopWhen(() -> ++asked[0] == 10).run()) {
      assertThat(stopped.result()).isEmpty();
    }
    long all = computed[1];
    assertThat(computed[0]).isEqualTo(10);
    Settings again = settings(temp.resolve("again"), "shared", "pretrained", weights.toString());
    Training.of(again).listeners(counting).run().close();
    assertThat(computed[1]).isEqualTo(all - 10 * 32);
    computed[0] = 0;
    Settings third =
        settings(temp.resolve("third"), "shared", "pretrained", weights.toString(), "alpha", "0.7");
    Training.of(third).listeners(counting).run().close();
    assertThat(computed[0]).isZero();
  }
}
