package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs report of the bounds. */
class BoundsOfRunTest {
  @TempDir private Path temp;

  private List<EpochMetrics> rows(String... settings) throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(temp, settings));
    return new MetricsLog(new RunPaths(temp).metrics()).read();
  }

  @ParameterizedTest
  @CsvSource({
    "divergence,forward,0",
    "divergence,reverse,0.1",
    "execution,two-phase,0.1",
    "method,deep-supervision,0"
  })
  void everyEpochHasEveryModuleUnderItsBound(String setting, String value, String smoothing)
      throws IOException {
    List<EpochMetrics> epochs =
        rows(setting, value, "label-smoothing", smoothing, "alpha", "0.9,0.5,0.2");
    for (EpochMetrics epoch : epochs) {
      for (ModuleMetrics module : epoch.modules()) {
        for (BeliefMetrics m : List.of(module.train(), module.validation())) {
          assertThat(m.klTarget()).isLessThanOrEqualTo(m.klTargetBound() + 1e-5);
          assertThat(m.slack()).isNotNegative();
          assertThat(m.regressed()).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void theFirstModuleIsHeldToTheUniformBeliefAndTheRateToAlpha() throws IOException {
    EpochMetrics epoch = rows("epochs", "1", "alpha", "0.9,0.5,0.2").get(0);
    double start = Math.log(3);
    assertThat(epoch.klTargetStart()).isCloseTo(start, within(1e-12));
    double[] rates = {0.1 * start, 0.05 * start, 0.04 * start};
    double bound = start;
    double[] alphas = {0.9, 0.5, 0.2};
    for (int i = 0; i < 3; i++) {
      BeliefMetrics m = epoch.modules().get(i).validation();
      assertThat(m.klTargetRate()).isCloseTo(rates[i], within(1e-12));
      bound += (m.slack() - (1 - alphas[i]) * m.klPrevious()) / alphas[i];
      assertThat(m.klTargetBound()).isCloseTo(bound, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"backprop", "checkpointed-backprop"})
  void methodsWithoutLocalLossesReportOnlyWhatNeedsNone(String method) throws IOException {
    for (ModuleMetrics module : rows("epochs", "1", "method", method).get(0).modules()) {
      for (BeliefMetrics m : List.of(module.train(), module.validation())) {
        assertThat(m.regressed()).isNotNull();
        assertThat(m.slack()).isNull();
        assertThat(m.klTargetBound()).isNull();
        assertThat(m.klTargetRate()).isNull();
      }
    }
  }
}
