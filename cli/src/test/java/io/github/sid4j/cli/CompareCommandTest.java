package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(300)
class CompareCommandTest {
  private static final String SPEC =
      """
      name: try
      settings:
        {dataset: digits, modules: 2, epochs: 1, hidden: 32, features: 16, module-hidden: 16,
         precision: fp32}
      runs:
        SID: {method: sid}
        backprop: {method: backprop}
        long: {method: sid, epochs: 60}
        hot: {method: backprop, optimizer: sgd, lr: 1000000}
      """;

  private static final String FAILED = "hot_seed=1 failed: ";

  @TempDir private Path temp;

  private String[] words(Path spec) {
    return new String[] {
      "compare", spec.toString(), "--out", out().toString(), "--cores", "2", "--memory", "8g"
    };
  }

  private Path out() {
    return temp.resolve("out");
  }

  private Path result(String id) {
    return out().resolve("cells").resolve(id).resolve("result.json");
  }

  @Test
  void aKilledComparisonContinuesWithoutRunningAgainWhatIsDone()
      throws IOException, InterruptedException {
    Path spec = temp.resolve("try.yaml");
    Files.writeString(spec, SPEC);
    List<ProcessHandle> cells;
    try (SidProcess sid = SidProcess.start(words(spec))) {
      Path metrics = out().resolve("cells/long_seed=1/metrics.jsonl");
      while (!Files.exists(metrics) && !sid.endsWithin(5)) {
        Thread.onSpinWait();
      }
      assertThat(sid.isAlive()).isTrue();
      cells = sid.descendants();
      sid.kill();
    }
    // Its cell has lost the process that started it, and stops by itself before the end.
    cells.forEach(cell -> cell.onExit().join());
    Path log = out().resolve("logs/long_seed=1.log");
    assertThat(log).content().contains("stopped; resume with");
    assertThat(result("long_seed=1")).doesNotExist();
    assertThat(result("sid_seed=1")).exists();
    FileTime before = Files.getLastModifiedTime(result("sid_seed=1"));

    SidProcess.Ended ended = SidProcess.run(words(spec));
    assertThat(ended.code()).as("%s", ended.err()).isEqualTo(ExitCode.FAILURE);
    assertThat(Files.getLastModifiedTime(result("sid_seed=1"))).isEqualTo(before);
    assertThat(Files.readString(log)).contains("resumed ");
    List<String> rows = Files.readAllLines(out().resolve("results.csv"));
    assertThat(rows).hasSize(5);
    assertThat(rows.get(3)).startsWith("long_seed=1,long,comparison,1,done,,0.");
    assertThat(rows.get(4))
        .startsWith("hot_seed=1,hot,comparison,1,failed,module ")
        .contains("./sid train --dataset=digits --modules=2 --epochs=1 --hidden=32");
    assertThat(ended.out())
        .anyMatch(line -> line.matches(" *SID .\\s+1 .\\s+[\\d.]+ .\\s+[\\d.]+ .*MiB"))
        .anyMatch(line -> line.startsWith(FAILED + "module "))
        .contains("results in " + out(), "report " + out().resolve("report.html"));
    String reported =
        ended.out().stream().filter(line -> line.startsWith(FAILED)).findFirst().get();
    assertThat(Files.readString(out().resolve("report.html")))
        .contains("SID", "long", "hot", reported.substring(FAILED.length()));
    assertThat(ended.err()).anyMatch(line -> line.startsWith("[4/4] "));
  }

  @Test
  void badInputEndsWithOneLine() throws IOException {
    Path spec = temp.resolve("try.yaml");
    Files.writeString(spec, "name: try\nruns: {SID: {metod: sid}}");
    Captured captured = new Captured(false, false);
    int code =
        Main.run(
            new String[] {"compare", spec.toString()},
            captured.terminal(),
            (settings, listener, stop) -> {
              throw new IllegalStateException("nothing is trained here");
            },
            (run, moved) -> null);
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .isEqualTo(
            "sid: "
                + spec
                + " line 2, metod: expected the name of a setting, found 'metod'; use"
                + " method\n");
  }
}
