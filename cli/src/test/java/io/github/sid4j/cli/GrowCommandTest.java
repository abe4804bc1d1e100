package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowCommandTest {
  @TempDir private static Path temp;

  private static Path run;

  private final Captured captured = new Captured(false, false);

  @BeforeAll
  static void train() throws IOException {
    run = temp.resolve("run");
    io.github.sid4j.train.Training.of(
            Settings.parse(
                Map.of(
                    "classes", "0,1,2",
                    "modules", "2",
                    "features", "24",
                    "hidden", "48",
                    "module-hidden", "24",
                    "epochs", "5",
                    "lr", "0.01",
                    "threads", "1",
                    "precision", "fp32",
                    "out", run.toString())))
        .run();
  }

  private int grow(String... words) {
    List<String> args = new ArrayList<>(List.of("grow", run.toString()));
    args.addAll(List.of(words));
    TrainingRunner training =
        (settings, listener, stop) ->
            io.github.sid4j.train.Training.of(settings)
                .listeners(listener)
                .stopWhen(stop)
                .run()
                .result();
    return Main.run(args.toArray(String[]::new), captured.terminal(), training, RunEvaluation::of);
  }

  @Test
  void newClassesAreLearnedAndWhatIsForgottenIsReported() throws IOException {
    Path out = temp.resolve("grown");
    int code =
        grow(
            "--modules",
            "2",
            "--classes",
            "3,4",
            "--replay",
            "0.2",
            "--epochs",
            "8",
            "--json",
            "--out",
            out.toString());
    assertThat(captured.err()).contains("modules 4");
    assertThat(code).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(captured.out());
    assertThat(report.get("old_before")).hasSize(2);
    for (int depth = 0; depth < 2; depth++) {
      assertThat(report.get("old_after").get(depth)).isEqualTo(report.get("old_before").get(depth));
      // The old modules never answer with what they do not know.
      assertThat(report.get("new_after").get(depth).asDouble()).isZero();
    }
    assertThat(report.get("new_after").get(3).asDouble()).isGreaterThan(0.8);
    assertThat(report.get("old_after").get(3).asDouble()).isGreaterThan(0.8);
    assertThat(RunEvaluation.of(out).modules()).hasSize(4);
  }

  @Test
  void theTableComparesBeforeAndAfter() {
    int code = grow("--modules", "1", "--epochs", "1", "--out", temp.resolve("table").toString());
    assertThat(code).isZero();
    assertThat(captured.out())
        .contains("module | old test, before | old test, after | new test")
        .containsPattern("3 \\|\\s+- \\|");
  }

  @Test
  void settingsOfTheNetworkAreTheRunsAndAreNotOffered() {
    assertThat(grow("--modules", "1", "--network", "mlp")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(grow("--classes", "3,4")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(grow("--modules", "1", "--classes", "x,y")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .contains("--network")
        .contains("--modules")
        .contains("found x; correct the name");
  }
}
