package io.github.sid4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Workload WORKLOAD =
      new Workload("simple-cnn", List.of(3, 32, 32), 10, 4, 64, Map.of("hidden", "7"));

  @Test
  void onlySidIsCarriedOutInSeveralWays() {
    assertThat(
            Configuration.all(
                List.of("sid", "backprop"),
                List.of("single-pass", "threads"),
                List.of("fp32", "bf16", "fp32")))
        .extracting(Configuration::name)
        .containsExactly(
            "sid single-pass fp32",
            "sid threads fp32",
            "backprop fp32",
            "sid single-pass bf16",
            "sid threads bf16",
            "backprop bf16");
  }

  @Test
  void aTaskIsWhatSettingsWouldSay() {
    WorkerTask task = new WorkerTask(WORKLOAD, new Configuration("sid", "threads", "bf16"), 2, 3);
    Settings settings = task.settings();
    assertThat(settings.get(ModelSetting.NETWORK)).isEqualTo("simple-cnn");
    assertThat(settings.get(ModelSetting.MODULES)).isEqualTo(4);
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(64);
    assertThat(settings.get(ModelSetting.HIDDEN)).isEqualTo(7);
    assertThat(settings.get(TrainingSetting.EXECUTION)).isEqualTo("threads");
    assertThat(settings.get(TrainingSetting.PRECISION)).isEqualTo("bf16");
    assertThat(settings.get(RunSetting.THREADS)).isEqualTo(2);
  }

  @Test
  void aWordThatIsNoSettingIsRefused() {
    WorkerTask task = new WorkerTask(WORKLOAD, new Configuration("magic", null, "fp32"), 2, 3);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(task::settings)
        .withMessageContaining("magic");
  }

  @Test
  void peersHaveOneSidForAllItsExecutionsAndGetWordsThatTheyKnow() {
    Peers peers = new Peers("python3", Path.of("torch_step.py"));
    List<Configuration> ours =
        Configuration.all(
            List.of("sid", "backprop"), List.of("single-pass", "threads"), List.of("fp32", "bf16"));
    List<Configuration> theirs = peers.counterparts(ours);
    assertThat(theirs)
        .containsExactly(
            new Configuration("sid", "two-phase", "fp32"),
            new Configuration("backprop", null, "fp32"),
            new Configuration("sid", "two-phase", "bf16"),
            new Configuration("backprop", null, "bf16"));
    assertThat(String.join(" ", peers.command(new WorkerTask(WORKLOAD, theirs.get(2), 2, 3))))
        .isEqualTo(
            "python3 torch_step.py --network simple-cnn --modules 4 --batch 64 --classes 10"
                + " --image 3x32x32 --method sid --precision bf16 --execution two-phase"
                + " --threads 2 --channels-last");
  }
}
