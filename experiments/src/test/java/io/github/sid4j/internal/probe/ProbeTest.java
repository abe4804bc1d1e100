package io.github.sid4j.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ColumnProbe;
import io.github.sid4j.internal.run.ProbeResult.ModuleProbe;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.random.Rng;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
  @TempDir private Path temp;

  private Path train(String... others) throws IOException {
    Map<String, String> texts = new HashMap<>();
    texts.putAll(Map.of("epochs", "2", "threads", "1", "precision", "fp32", "batch", "64"));
    texts.put("lr", "0.01");
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    Path run = temp.resolve("run");
    texts.put("out", run.toString());
    Training.of(Settings.parse(texts)).run().close();
    return run;
  }

  private static ProbeResult probe(Path run) throws IOException {
    return Probe.measure(RunOpening.of(run), 500);
  }

  @Test
  void stagesAreMeasuredAndTheLastOneHasTheGradientOfBackpropagation() throws Exception {
    Path run = train("network", "vit-tiny", "depth", "3", "topology", "staged", "stages", "3");
    byte[] weights = Files.readAllBytes(new RunPaths(run).weights());
    ProbeResult result = probe(run);

    assertThat(result.part()).isEqualTo("validation");
    assertThat(result.fitted()).isEqualTo(500);
    assertThat(result.modules()).extracting(ModuleProbe::index).containsExactly(1, 2, 3);
    // The last module's loss is what backpropagation takes the gradient of.
    assertThat(result.modules().get(2).cosine()).isCloseTo(1, within(1e-5));
    assertThat(result.modules().get(0).cosine()).isBetween(-1.0, 0.999);
    assertThat(result.extractorCosine()).isNull();
    assertThat(result.modules().get(2).settled()).isCloseTo(1, within(1e-9));
    assertThat(result.modules())
        .allSatisfy(
            module -> {
              assertThat(module.linearAccuracy()).isBetween(0.5, 1.0);
              assertThat(module.inputError()).isBetween(0.0, 1.0);
            });
    assertThat(RunJson.read(new RunPaths(run).probe(), ProbeResult.class)).isEqualTo(result);
    // It looks, and changes nothing: the same again, by other batches in between.
    assertThat(probe(run)).isEqualTo(result);
    assertThat(Files.readAllBytes(new RunPaths(run).weights())).isEqualTo(weights);
  }

  @Test
  void ofASharedExtractorTheSumOfLocalGradientsIsCompared() throws Exception {
    Path run = train("network", "mlp", "modules", "2");
    ProbeResult result = probe(run);
    assertThat(result.extractorCosine()).isBetween(0.0, 0.9999);
    assertThat(result.modules()).extracting(ModuleProbe::cosine).containsOnlyNulls();
    // Both read the same features.
    assertThat(result.modules().get(1).linearAccuracy())
        .isEqualTo(result.modules().get(0).linearAccuracy());
    assertThat(accuracies(result)).isEqualTo(validation(run));
  }

  @Test
  void ofOneModuleTheLocalGradientIsThatOfBackpropagation() throws Exception {
    ProbeResult result = probe(train("network", "mlp", "modules", "1"));
    assertThat(result.extractorCosine()).isCloseTo(1, within(1e-6));
  }

  @Test
  void ofATableTheColumnThatDecidesIsTheOneThatIsNeeded() throws Exception {
    StringBuilder csv = new StringBuilder("noise,colour,size,label\n");
    Rng rng = Rng.of(7);
    for (int i = 0; i < 400; i++) {
      boolean large = rng.nextDouble() < 0.5;
      csv.append(rng.nextNormal()).append(rng.nextDouble() < 0.5 ? ",red," : ",blue,");
      csv.append(large ? 3 + rng.nextDouble() : rng.nextDouble());
      csv.append(large ? ",large\n" : ",small\n");
    }
    Path file = Files.writeString(temp.resolve("sizes.csv"), csv);
    List<String> of = List.of("dataset", "csv", "data", file.toString(), "best-by", "last");
    List<String> by = List.of("network", "mlp", "modules", "2", "epochs", "8");
    Path run = train(Stream.of(of, by).flatMap(List::stream).toArray(String[]::new));
    ProbeResult result = probe(run);

    assertThat(result.columns())
        .extracting(ColumnProbe::name)
        .containsExactlyInAnyOrder("noise", "colour", "size")
        .startsWith("size");
    // Without it half of the answers are chance.
    assertThat(result.columns().get(0).losses())
        .hasSize(2)
        .allSatisfy(loss -> assertThat(loss).isBetween(0.3, 0.7));
    assertThat(result.columns().get(2).losses())
        .allSatisfy(loss -> assertThat(loss).isBetween(-0.1, 0.1));
    assertThat(probe(run).columns()).isEqualTo(result.columns());
  }

  private static List<Double> accuracies(ProbeResult result) {
    return result.modules().stream().map(ModuleProbe::accuracy).toList();
  }

  /** As training measured them in the best epoch. */
  private static List<Double> validation(Path run) throws IOException {
    RunPaths paths = new RunPaths(run);
    int best = RunJson.read(paths.result(), RunResult.class).bestEpoch();
    EpochMetrics epoch = new MetricsLog(paths.metrics()).read().get(best - 1);
    return epoch.modules().stream().map(module -> module.validation().accuracy()).toList();
  }
}
