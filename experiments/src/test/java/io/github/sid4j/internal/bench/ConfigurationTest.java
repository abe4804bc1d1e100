package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private static final Workload SHARED =
      new Workload("simple-cnn", "shared", List.of(3, 32, 32), 10, 4, 64, Map.of("hidden", "7"));
  private static final Workload STAGED =
      new Workload(
          "resnet18", "staged", List.of(3, 32, 32), 10, 3, 64, Map.of("alpha", "0.9,0.6,0.3"));

  private static Settings settings(Workload workload, String method, String execution) {
    return new WorkerTask(workload, Configuration.of(method, execution, "bf16"), 2, 3).settings();
  }

  @Test
  void onlyLocalMethodsAreCarriedOutInSeveralWays() {
    assertThat(
            Configuration.all(
                List.of("sid", "backprop", "dgl:execution=pipeline"),
                List.of("single-pass", "threads"),
                List.of("fp32", "bf16", "fp32")))
        .extracting(Configuration::name)
        .containsExactly(
            "sid single-pass fp32",
            "sid threads fp32",
            "backprop fp32",
            "dgl pipeline fp32",
            "sid single-pass bf16",
            "sid threads bf16",
            "backprop bf16",
            "dgl pipeline bf16");
  }

  @Test
  void aTaskIsWhatSettingsWouldSay() {
    Settings settings = settings(SHARED, "sid", "threads");
    assertThat(settings.get(ModelSetting.NETWORK)).isEqualTo("simple-cnn");
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo("shared");
    assertThat(settings.get(ModelSetting.MODULES)).isEqualTo(4);
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(64);
    assertThat(settings.get(ModelSetting.HIDDEN)).isEqualTo(7);
    assertThat(settings.get(TrainingSetting.EXECUTION)).isEqualTo("threads");
    assertThat(settings.get(TrainingSetting.PRECISION)).isEqualTo("bf16");
    assertThat(settings.get(RunSetting.THREADS)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "sid, pipeline, staged",
    "deep-supervision,, staged",
    "backprop,, whole",
    "backprop:topology=staged,, staged",
    "checkpointed-backprop,, whole",
    "dni,, whole",
    "local-signals,, staged"
  })
  void ofAStagedNetworkTheWholeIsTrainedByThoseThatHaveNoStages(
      String method, String execution, String topology) {
    Settings settings = settings(STAGED, method, execution);
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo(topology);
    // Of a classifier without modules there is no alpha for each, and it is not asked for one.
    assertThat(settings.get(ModelSetting.STAGES)).isEqualTo(3);
  }

  @Test
  void backpropagationOfSharedModulesIsTheAuthorsTwin() {
    assertThat(settings(SHARED, "backprop", null).get(ModelSetting.TOPOLOGY)).isEqualTo("shared");
  }

  @Test
  void settingsOfAMethodGoBeforeThoseOfTheWorkload() {
    Configuration own = Configuration.of("sid:hidden=5:clip=1", "single-pass", "fp32");
    assertThat(own.name()).isEqualTo("sid hidden=5 clip=1 single-pass fp32");
    WorkerTask task = new WorkerTask(SHARED, own, 1, 0);
    assertThat(task.settings().get(ModelSetting.HIDDEN)).isEqualTo(5);
    assertThat(task.settings().get(TrainingSetting.CLIP)).isEqualTo(1);
    assertThat(String.join(" ", task.javaArguments()))
        .endsWith("--topology shared --set hidden=7 --own hidden=5 --own clip=1");
  }

  @ParameterizedTest
  @CsvSource({
    "sid:clip, clip; write key=value",
    "sid:, ; write key=value",
    "sid:batch=3, batch=3; give it to all methods"
  })
  void whatCannotBeAMethodsOwnIsRefused(String word, String line) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Configuration.of(word, null, "fp32"))
        .withMessageStartingWith("methods " + word + ": expected a method with settings")
        .withMessageEndingWith(line == null ? "; write key=value" : line);
  }

  @Test
  void aWordThatIsNoSettingIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> settings(SHARED, "magic", null))
        .withMessageContaining("magic");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> settings(SHARED, "sid:magic=1", null))
        .withMessageContaining("magic");
  }

  @Test
  void aDeepNetworkHasAStageForEachBlock() {
    Workload vit = new Workload("vit-tiny", "staged", List.of(3, 8, 8), 10, 4, 8, Map.of());
    Settings deep = settings(vit.withDepth(24), "sid", null);
    assertThat(deep.get(ModelSetting.DEPTH)).isEqualTo(24);
    assertThat(deep.get(ModelSetting.STAGES)).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource({"4, 2", "8, 3", "12, 3", "24, 5", "48, 7"})
  void whatRecomputesHasAsManySegmentsAsTheRootOfItsBlocks(int blocks, String segments) {
    Configuration usual = Configuration.of("checkpointed-backprop", null, "fp32");
    assertThat(usual.withSegments(blocks).settings()).containsEntry("stages", segments);
    Configuration own = Configuration.of("checkpointed-backprop:stages=2", null, "fp32");
    assertThat(own.withSegments(blocks)).isEqualTo(own);
    Configuration other = Configuration.of("sid", "single-pass", "fp32");
    assertThat(other.withSegments(blocks)).isEqualTo(other);
  }

  /** The help of --methods names these. */
  @Test
  void theUsualMethodsAreThoseWhoseOperationsAreKnownAndThatAreDefinedThere() {
    assertThat(Configuration.usualMethods("shared"))
        .containsExactly("sid", "backprop", "deep-supervision");
    assertThat(Configuration.usualMethods("staged"))
        .containsExactly("sid", "backprop", "checkpointed-backprop", "deep-supervision", "dgl");
    assertThat(Configuration.usualMethods("whole"))
        .containsExactly("backprop", "checkpointed-backprop");
  }

  @Test
  void peersHaveOneSidForAllItsExecutionsAndGetWordsThatTheyKnow() {
    Peers peers = new Peers("python3", Path.of("torch_step.py"));
    List<Configuration> ours =
        Configuration.all(
            List.of("sid", "backprop:clip=1", "dgl"),
            List.of("single-pass", "threads"),
            List.of("fp32", "bf16"));
    List<Configuration> theirs = peers.counterparts(ours);
    assertThat(theirs)
        .containsExactly(
            Configuration.of("sid", "two-phase", "fp32"),
            Configuration.of("backprop", null, "fp32"),
            Configuration.of("sid", "two-phase", "bf16"),
            Configuration.of("backprop", null, "bf16"));
    assertThat(String.join(" ", peers.command(new WorkerTask(SHARED, theirs.get(2), 2, 3))))
        .isEqualTo(
            "python3 torch_step.py --network simple-cnn --modules 4 --batch 64 --classes 10"
                + " --image 3x32x32 --method sid --precision bf16 --execution two-phase"
                + " --threads 2 --channels-last");
  }
}
