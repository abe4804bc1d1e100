package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes carry out one comparison; here each is a thread. */
@Tag("slow")
@Timeout(120)
class SharedComparisonTest {
  private static final String GRID =
      "{name: try, runs: {good: {lr: 5}, bad: {lr: 13}, best: {lr: 6}}, seeds: [1, 2]}";

  private static final String SEARCH =
      """
      name: try
      runs: {a: {}}
      seeds: [3, 4]
      search:
        seed: 9
        candidates:
          a: [{lr: 0.5}, {lr: 0.1}, {lr: 0.9}]
      """;

  @TempDir private Path temp;

  private Path out() {
    return temp.resolve("out");
  }

  private Comparison comparison(String text, boolean retry, int rank, int size) throws IOException {
    Path file = Files.writeString(temp.resolve("spec-" + rank + ".yaml"), text);
    Launch like = Launch.likeThisProcess(FakeSid.class.getName());
    Launch launch =
        new Launch(like.java(), List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"), like.main());
    return new Comparison(
        Spec.read(file),
        List.of(),
        out(),
        new Comparison.Means(
            launch, 1, 8L << 30, retry, new Comparison.Part(rank, size), Set.of("SID_SEAT")));
  }

  private static ComparisonResult run(Comparison comparison, BooleanSupplier stop)
      throws IOException {
    return comparison.run(new Silent(), stop);
  }

  private List<ComparisonResult> together(String text, boolean retry, int size) throws Exception {
    ExecutorService ranks = Executors.newFixedThreadPool(size);
    try {
      List<Future<ComparisonResult>> results = new ArrayList<>();
      // The last rank first: it waits for the first.
      for (int rank = size - 1; rank >= 0; rank--) {
        Comparison one = comparison(text, retry, rank, size);
        results.add(ranks.submit(() -> run(one, () -> false)));
      }
      List<ComparisonResult> done = new ArrayList<>();
      for (Future<ComparisonResult> result : results) {
        done.add(result.get());
      }
      return done;
    } finally {
      ranks.shutdownNow();
    }
  }

  @Test
  void eachCellRunsOnceAndAllHaveTheSameResults() throws Exception {
    List<ComparisonResult> results = together(GRID, false, 3);
    assertThat(results).hasSize(3).allMatch(ComparisonResult::complete);
    assertThat(results.get(0)).isEqualTo(results.get(2));
    assertThat(FakeSid.starts(out()))
        .containsExactlyInAnyOrder(
            "good_seed=1", "good_seed=2", "bad_seed=1", "bad_seed=2", "best_seed=1", "best_seed=2");
    assertThat(RunJson.read(out().resolve("results.json"), ComparisonResult.class))
        .isEqualTo(results.get(2));

    // Failed ones run again on demand, once.
    Files.createFile(out().resolve("cells").resolve("mended"));
    assertThat(together(GRID, true, 2).get(1).cells())
        .allMatch(cell -> cell.state().equals("done"));
    assertThat(FakeSid.starts(out()).subList(6, 8))
        .containsExactlyInAnyOrder("bad_seed=1", "bad_seed=2");
    assertThat(FakeSid.starts(out())).hasSize(8);
  }

  @Test
  void allChooseTheSameAfterASearch() throws Exception {
    List<ComparisonResult> results = together(SEARCH, false, 2);
    assertThat(results.get(0)).isEqualTo(results.get(1));
    assertThat(FakeSid.starts(out())).doesNotHaveDuplicates();
  }

  @Test
  void aCellOfAProcessThatEndedRunsHere() throws Exception {
    Path claims = Files.createDirectories(out().resolve("claims"));
    Files.writeString(out().resolve("spec.yaml"), GRID);
    RunLock other = RunLock.take(claims.resolve("good_seed=1.lock"), "cell");
    List<Integer> before = new ArrayList<>();
    BooleanSupplier releasing =
        () -> {
          if (before.isEmpty() && starts() == 5) {
            before.add(starts());
            try {
              other.close();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          return false;
        };
    ComparisonResult result = run(comparison(GRID, false, 0, 2), releasing);
    assertThat(before).containsExactly(5);
    assertThat(result.complete()).isTrue();
    assertThat(FakeSid.starts(out())).hasSize(6).last().isEqualTo("good_seed=1");
  }

  private int starts() {
    try {
      return Files.exists(out().resolve("cells/starts.txt")) ? FakeSid.starts(out()).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anotherSpecificationIsRefused() throws Exception {
    Files.createDirectories(out());
    Files.writeString(out().resolve("spec.yaml"), GRID);
    Comparison other = comparison(GRID.replace("try", "other"), false, 1, 2);
    assertThatThrownBy(() -> run(other, () -> false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the same specification");
  }

  private static final class Silent implements ComparisonListener {
    @Override
    public void began(String part, int cells, int open, long epochs) {}

    @Override
    public void started(String id) {}

    @Override
    public void trained(long runningEpochs) {}

    @Override
    public void ended(CellResult cell, int epochs) {}
  }
}
