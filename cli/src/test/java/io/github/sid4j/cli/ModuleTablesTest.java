package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.run.ModuleMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleTablesTest {
  @Test
  void anEpochIsShownByModuleInBoxCharacters() {
    assertThat(ModuleTables.ofEpoch(Runs.epoch(1, 2).modules()).lines(true))
        .containsExactly(
            "module │ train acc │ val acc │ KL to target │ KL to previous │ loss above floor",
            "───────┼───────────┼─────────┼──────────────┼────────────────┼─────────────────",
            "     1 │   90.00 % │ 87.50 % │       0.2500 │         1.5000 │           0.0123",
            "     2 │   90.00 % │ 87.50 % │       0.2500 │         1.5000 │           0.0123")
        .allMatch(line -> line.length() <= Terminal.USUAL_WIDTH);
  }

  @Test
  void withoutValidationTheTrainingBatchesAreShownInAscii() {
    List<ModuleMetrics> modules = List.of(new ModuleMetrics(1, Runs.beliefs(1), null, null));
    assertThat(ModuleTables.ofEpoch(modules).lines(false))
        .containsExactly(
            "module | train acc | val acc | KL to target | KL to previous | loss above floor",
            "-------+-----------+---------+--------------+----------------+-----------------",
            "     1 |  100.00 % |       - |       0.2500 |         1.5000 |           0.0123");
  }

  @Test
  void ofALongCascadeTheFirstSomeAndTheLastAreShown() {
    List<String> shown =
        ModuleTables.ofEpoch(Runs.epoch(1, 1000).modules()).rows().stream()
            .map(row -> row.get(0))
            .toList();
    assertThat(shown).hasSize(12).startsWith("1", "91").endsWith("909", "1000");
    assertThat(ModuleTables.ofEpoch(Runs.epoch(1, 12).modules()).rows()).hasSize(12);
    assertThat(ModuleTables.ofEpoch(Runs.epoch(1, 13).modules()).rows()).hasSize(12);
  }
}
