package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  /** Numbers that nothing is made of. */
  private static final Set<String> NO_SIZE = Set.of("seed");

  @Test
  void everyWholeNumberHasALimit() {
    List<String> unlimited =
        SettingTable.all().stream()
            .filter(setting -> setting.type().expected().contains("of at least"))
            .filter(setting -> !(setting.defaultValue() instanceof Double))
            .filter(setting -> !setting.type().expected().contains("at most"))
            .map(Setting::name)
            .toList();
    assertThat(unlimited).containsExactlyInAnyOrderElementsOf(NO_SIZE);
  }

  @ParameterizedTest
  @CsvSource({
    "grown-modules, 1000000000",
    "known-classes, 1000000000",
    "hidden, 2000000000",
    "features, 2000000000",
    "module-hidden, 1000001",
    "head-width, 1000001",
    "batch, 2000000000",
    "threads, 100000",
    "stage-threads, 100000",
    "epochs, 2000000000",
    "keep-checkpoints, 2000000000"
  })
  void aNumberBeyondItIsRefusedInOneLine(String name, String text) {
    assertThatThrownBy(() -> Settings.parse(Map.of(name, text)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(name + ": expected ")
        .hasMessageContaining("at most")
        .hasMessageContaining(text);
  }

  @Test
  void modulesOfAllGrowthsAreCountedTogether() {
    assertThatThrownBy(() -> Settings.parse(Map.of("grown-modules", "500,500")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grown-modules: expected at most 1000 modules");
  }

  @Test
  void threadsOfAllStagesAreCountedTogether() {
    Map<String, String> pipeline =
        Map.of(
            "topology", "staged", "execution", "pipeline", "stages", "4", "stage-threads", "500");
    assertThatThrownBy(() -> Settings.parse(pipeline))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stage-threads: expected at most 1024 threads");
  }
}
