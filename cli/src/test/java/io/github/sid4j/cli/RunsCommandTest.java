package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RunsCommandTest {
  @TempDir private Path temp;
  private Path first;

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void makeRuns() throws IOException {
    first = StoredRuns.finished(temp.resolve("first"), "2026-01-02T03:04:05Z");
    StoredRuns.stopped(temp.resolve("compare-x/cells/second"), "2026-01-03T03:04:05Z");
  }

  private static Said sid(String... words) {
    Captured captured = new Captured(false, false);
    int code =
        Main.run(
            words,
            captured.terminal(),
            (s, l, stop) -> Optional.of(Runs.result()),
            (run, moved) -> null);
    return new Said(code, captured.out(), captured.err());
  }

  @Test
  void runsAreListedTheNewestFirst() {
    Said said = sid("runs", temp.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out().lines().toList()).hasSize(4);
    assertThat(said.out().lines().skip(2))
        .first()
        .asString()
        .contains("stopped", "digits", "sid", "1/20")
        .endsWith(temp.resolve("compare-x/cells/second").toString());
    assertThat(said.out()).contains("finished").contains("97.50 %");
    assertThat(sid("runs", "--state", "finished", temp.toString()).out().lines()).hasSize(3);
  }

  @Test
  void programsGetTheSameAsJson() throws IOException {
    JsonNode runs =
        JsonMapper.builder()
            .build()
            .readTree(sid("runs", "--json", temp.toString()).out())
            .get("runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(1).get("state").asText()).isEqualTo("finished");
    assertThat(runs.get(1).get("test_accuracy").asDouble()).isEqualTo(0.975);
    assertThat(runs.get(1).get("started").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(runs.get(1).get("bytes").asLong()).isPositive();
    assertThat(runs.get(0).get("test_accuracy").isNull()).isTrue();
  }

  @Test
  void aRunIsOnlyRemovedWhenThatIsSaidTwice() {
    Said dry = sid("runs", "--remove", first.toString());
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).startsWith("would remove " + first + ": ");
    assertThat(dry.err()).isEqualTo("nothing is removed without --yes\n");
    assertThat(first).exists();
    Said done = sid("runs", "--remove", "--yes", first.toString());
    assertThat(done.out()).startsWith("removed " + first + ": ");
    assertThat(first).doesNotExist();
  }

  @Test
  void whatCannotBeRemovedIsRefusedBeforeAnythingIs() throws IOException {
    Path none = temp.resolve("none");
    Said said = sid("runs", "--remove", "--yes", first.toString(), none.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(none + ": expected the folder of a run");
    assertThat(new RunPaths(first).settings()).exists();
    try (RunFolder held = RunFolder.resume(first)) {
      Said running = sid("runs", "--remove", "--yes", held.paths().folder().toString());
      assertThat(running.code()).isEqualTo(2);
      assertThat(running.err()).contains("nobody is writing");
    }
    assertThat(sid("runs", "--remove", "--yes").code()).isEqualTo(2);
    assertThat(sid("runs", "--yes").code()).isEqualTo(2);
    assertThat(sid("runs", none.toString()).err()).contains("nothing there");
  }

  @Test
  void latestIsAWordOnlyWhereNoFolderIsCalledSo() throws IOException {
    Path here = Path.of("latest");
    Captured captured = new Captured(false, false);
    assertThat(NamedRun.of(first, captured.terminal())).isEqualTo(first);
    assertThat(captured.err()).isEmpty();
    Files.createDirectory(here);
    try {
      assertThat(NamedRun.of(here, captured.terminal())).isEqualTo(here);
      assertThat(captured.err()).startsWith("sid: latest is the folder ./latest");
    } finally {
      Files.delete(here);
    }
  }
}
