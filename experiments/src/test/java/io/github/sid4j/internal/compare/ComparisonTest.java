package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunLock;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(120)
class ComparisonTest {
  private static final String GRID =
      """
      name: try
      runs:
        good: {lr: 5}
        bad: {lr: 13}
      seeds: [1, 2]
      """;

  @TempDir private Path temp;

  private final Heard heard = new Heard();

  private Path out() {
    return temp.resolve("out");
  }

  private Comparison comparison(String text, boolean retryFailed, String... overrides)
      throws IOException {
    Path file = temp.resolve("spec.yaml");
    Files.writeString(file, text);
    Launch like = Launch.likeThisProcess(FakeSid.class.getName());
    // Short-lived: what starts fast is fastest.
    Launch launch =
        new Launch(like.java(), List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"), like.main());
    return new Comparison(
        Spec.read(file),
        List.of(overrides).stream().map(Assignment::of).toList(),
        out(),
        new Comparison.Means(launch, 2, 8L << 30, retryFailed, Comparison.Part.ALL, Set.of()));
  }

  private ComparisonResult run(Comparison comparison, BooleanSupplier stop) throws IOException {
    return comparison.run(heard, stop);
  }

  private ComparisonResult run(Comparison comparison) throws IOException {
    return run(comparison, () -> false);
  }

  private static List<String> states(ComparisonResult result) {
    return result.cells().stream().map(cell -> cell.id() + " " + cell.state()).toList();
  }

  @Test
  void whatFailedIsKeptWithItsReasonAndNothingRunsTwice() throws IOException {
    ComparisonResult first = run(comparison(GRID, false));
    assertThat(states(first))
        .containsExactly(
            "good_seed=1 done", "good_seed=2 done", "bad_seed=1 failed", "bad_seed=2 failed");
    assertThat(first.cells().get(2).reason()).isEqualTo("module 1 has loss NaN");
    SeedSummary good = first.summaries().get(0);
    assertThat(good.testBest().mean()).isCloseTo(0.65, within(1e-12));
    assertThat(good.testBest().deviation()).isCloseTo(Math.sqrt(0.005), within(1e-12));
    assertThat(first.summaries().get(1).testBest()).isNull();
    assertThat(FakeSid.starts(out())).hasSize(4);

    assertThat(run(comparison(GRID, false))).isEqualTo(first);
    assertThat(FakeSid.starts(out())).hasSize(4);

    Files.createFile(out().resolve("cells").resolve("mended"));
    ComparisonResult mended = run(comparison(GRID, true));
    assertThat(states(mended)).allMatch(state -> state.endsWith(" done"));
    assertThat(FakeSid.starts(out()).subList(4, 6))
        .containsExactlyInAnyOrder("bad_seed=1", "bad_seed=2");
    assertThat(run(comparison(GRID, false))).isEqualTo(mended);
    assertThat(RunJson.read(out().resolve("results.json"), ComparisonResult.class))
        .isEqualTo(mended);
  }

  @Test
  void aStopLeavesCellsThatResumeWithTheNextCall() throws IOException {
    String spec = "{name: try, runs: {quick: {lr: 5}, slow: {lr: 17}}, seeds: [1, 2]}";
    ComparisonResult stopped =
        run(comparison(spec, false), () -> Files.exists(out().resolve("cells/slow_seed=2")));
    assertThat(stopped.complete()).isFalse();
    assertThat(states(stopped))
        .containsExactly(
            "quick_seed=1 done", "quick_seed=2 done", "slow_seed=1 waiting", "slow_seed=2 waiting");
    ComparisonResult all = run(comparison(spec, false));
    assertThat(all.complete()).isTrue();
    assertThat(FakeSid.starts(out()))
        .containsOnlyOnce("quick_seed=1", "quick_seed=2")
        .filteredOn("slow_seed=1"::equals)
        .hasSize(2);
  }

  @Test
  void theSearchChoosesByValidationAlone() throws IOException {
    String spec =
        """
        name: try
        runs: {a: {}, b: {}}
        seeds: [3]
        search:
          seed: 9
          settings: {epochs: 2}
          candidates:
            a: [{lr: 0.3}, {lr: 0.1}]
            b: [{lr: 13}, {lr: 13, clip: 1}]
        """;
    ComparisonResult result = run(comparison(spec, false));
    // The test part would have chosen 0.3.
    assertThat(states(result))
        .startsWith("a_lr=0.1_seed=3 done", "b_seed=3 failed")
        .contains("search_a_lr=0.3_seed=9 done", "search_b_lr=13_seed=9 failed")
        .hasSize(6);
    assertThat(result.cells().get(1).reason())
        .isEqualTo("no candidate of the search finished: module 1 has loss NaN");
    assertThat(result.cells())
        .filteredOn(cell -> cell.part().equals("search"))
        .allMatch(cell -> cell.testAccuracy() == null)
        .allMatch(cell -> cell.command().contains(" --epochs=2 "));
    assertThat(result.cells().get(0).epochs()).isEqualTo(20);
    assertThat(result.summaries().get(0).varying()).containsEntry("lr", "0.1");
  }

  @Test
  void aRefusedCellEndsTheComparisonUnlessSuchAreKept() throws IOException {
    String spec = "{name: try, runs: {no: {lr: 19}, good: {lr: 5}}%s}";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(comparison(spec.formatted(""), false)))
        .withMessage("cell no_seed=1: data/train: expected a file, found none; give the folder");
    assertThat(heard.states).doesNotContain("waiting");
    ComparisonResult kept = run(comparison(spec.formatted(", undefined: keep"), false));
    assertThat(states(kept)).containsExactly("no_seed=1 undefined", "good_seed=1 done");
  }

  @Test
  void anotherComparisonOrOtherSettingsOrAStrangersFolderAreRefused() throws IOException {
    String spec = "{name: %s, runs: {good: {lr: %s}}}";
    run(comparison(spec.formatted("try", 5), false));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(comparison(spec.formatted("other", 5), false)))
        .withMessageContaining("expected the comparison other, found another, try");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(comparison(spec.formatted("try", 6), false)))
        .withMessageContaining("lr: 6 instead of 5");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(comparison(spec.formatted("try", 5), false, "batch=64")))
        .withMessageContaining("batch: 64 instead of 32");
    assertThat(FakeSid.starts(out())).hasSize(1);
    try (RunLock held = RunLock.take(new Folders(out()).lock(), "comparison")) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> run(comparison(spec.formatted("try", 5), false)))
          .withMessageContaining("expected a comparison that nobody else is writing");
    }
    Files.delete(new Folders(out()).spec());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(comparison(spec.formatted("try", 5), false)))
        .withMessageContaining("found other files");
  }

  /** Keeps what became of cells. */
  private static final class Heard implements ComparisonListener {
    private final List<String> states = new ArrayList<>();

    @Override
    public void began(String part, int cells, int open, long epochs) {}

    @Override
    public void started(String id) {}

    @Override
    public void trained(long runningEpochs) {}

    @Override
    public void ended(CellResult cell, int epochs) {
      states.add(cell.state());
    }
  }
}
