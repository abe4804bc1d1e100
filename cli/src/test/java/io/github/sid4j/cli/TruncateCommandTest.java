package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TruncateCommandTest {
  @TempDir private static Path temp;

  private static Path run;

  private final Captured captured = new Captured(false, false);

  @BeforeAll
  static void train() throws IOException {
    run = temp.resolve("run");
    Training.of(
            Settings.parse(
                Map.of(
                    "modules", "3",
                    "features", "24",
                    "hidden", "48",
                    "module-hidden", "24",
                    "epochs", "1",
                    "threads", "1",
                    "precision", "fp32",
                    "out", run.toString())))
        .run();
  }

  private int truncate(String... words) {
    List<String> args = new ArrayList<>(List.of("truncate", run.toString()));
    args.addAll(List.of(words));
    return Main.run(
        args.toArray(String[]::new), captured.terminal(), (s, l, stop) -> null, RunEvaluation::of);
  }

  @Test
  void aTableShowsEveryDepthAndWhatIsLeft() {
    Path out = temp.resolve("two");
    assertThat(truncate("--modules", "2", "--out", out.toString())).isZero();
    assertThat(captured.out())
        .contains("modules | parameters | val acc")
        .contains("before")
        .contains("after")
        .contains("run " + out);
    assertThat(captured.out().lines().filter(line -> line.endsWith(" <"))).hasSize(1);
    assertThat(Files.exists(out.resolve("settings.yaml"))).isTrue();
  }

  @Test
  void jsonHasTheSame() throws IOException {
    Path out = temp.resolve("json");
    assertThat(truncate("--tolerance", "100", "--out", out.toString(), "--json")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(captured.out());
    assertThat(report.get("after").get("modules").asInt()).isEqualTo(1);
    assertThat(report.get("depths")).hasSize(3);
    assertThat(report.get("out").asText()).isEqualTo(out.toString());
  }

  @Test
  void aPlaceOfDataThatIsPartOfTheLibraryIsRefused() {
    assertThat(truncate("--modules", "1", "--data", "somewhere")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .isEqualTo(
            "sid: --data: expected none, since digits is part of the library, found somewhere; leave it"
                + " out\n");
  }

  @Test
  void howMuchIsLeftHasToBeSaidOnce() {
    assertThat(truncate()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(truncate("--modules", "1", "--tolerance", "1")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(truncate("--tolerance", "-1")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("found neither").contains("found both").contains("points");
  }
}
