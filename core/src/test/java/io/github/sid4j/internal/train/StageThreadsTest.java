package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.network.Operation;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.train.SmallRuns;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageThreadsTest {
  @TempDir private Path temp;

  @Property(tries = 1000)
  void noThreadWouldDoBetterInAnotherStage(
      @ForAll @IntRange(min = 1, max = 40) int threads,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 20) Integer> whole) {
    double[] costs = whole.stream().mapToDouble(cost -> cost).toArray();
    List<Integer> shares = StageThreads.shared(threads, costs);
    assertThat(shares).hasSize(costs.length).allMatch(share -> share >= 1);
    assertThat(shares.stream().mapToInt(share -> share).sum())
        .isEqualTo(Math.max(threads, costs.length));
    double slowest = slowest(costs, shares);
    for (int from = 0; from < costs.length; from++) {
      for (int to = 0; to < costs.length; to++) {
        if (shares.get(from) > 1 && from != to) {
          List<Integer> other = new ArrayList<>(shares);
          other.set(from, other.get(from) - 1);
          other.set(to, other.get(to) + 1);
          assertThat(slowest(costs, other)).as("%s", other).isGreaterThanOrEqualTo(slowest);
        }
      }
    }
  }

  private static double slowest(double[] costs, List<Integer> shares) {
    double slowest = 0;
    for (int i = 0; i < costs.length; i++) {
      slowest = Math.max(slowest, costs[i] / shares.get(i));
    }
    return slowest;
  }

  @Test
  void whatIsLeftGoesToTheMostCostlyStages() {
    assertThat(StageThreads.shared(2, 5, 9, 1)).containsExactly(1, 1, 1);
    assertThat(StageThreads.shared(4, 5, 9, 1)).containsExactly(1, 2, 1);
    assertThat(StageThreads.shared(8, 10, 1, 1)).containsExactly(6, 1, 1);
    assertThat(StageThreads.shared(7, 0, 0, 0)).containsExactly(3, 2, 2);
  }

  private Settings pipeline(String name, String... more) {
    String[] own = {"topology", "staged", "network", "mlp", "stages", "3", "execution", "pipeline"};
    String[] all = new String[own.length + more.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return SmallRuns.rows(temp.resolve(name), all);
  }

  private List<Integer> used(String name) throws IOException {
    RunPaths paths = new RunPaths(temp.resolve(name));
    return RunJson.read(paths.provenance(), Provenance.class).stageThreads();
  }

  @Test
  void aRunRecordsWhatItsStagesUsed() throws IOException {
    SmallRuns.trainBlobs(pipeline("shared", "epochs", "1"));
    assertThat(used("shared")).containsExactly(1, 1, 1);
    SmallRuns.trainBlobs(pipeline("one", "epochs", "1", "stage-threads", "1"));
    assertThat(used("one")).containsExactly(1, 1, 1);
    SmallRuns.trainBlobs(pipeline("each", "epochs", "1", "stage-threads", "1,2,1"));
    assertThat(used("each")).containsExactly(1, 2, 1);
    SmallRuns.trainBlobs(pipeline("none", "epochs", "1", "execution", "single-pass"));
    assertThat(used("none")).isEmpty();
    SmallRuns.trainBlobs(pipeline("global", "epochs", "1", "method", "deep-supervision"));
    assertThat(used("global")).isEmpty();
  }

  @Test
  void aRunResumesWithTheSharesThatItBeganWith() throws IOException {
    int[] steps = {0};
    Settings settings = pipeline("run", "resume", "true");
    Training.of(settings).dataset(SmallRuns.blobs()).stopWhen(() -> ++steps[0] == 2).run();
    Path file = new RunPaths(temp.resolve("run")).provenance();
    String whole = Files.readString(file);
    // Two shares fit no three stages: if they were counted again, they would not show.
    String other = whole.replaceFirst("(\"stage_threads\"\\s*:\\s*)\\[[^]]*]", "$1[1, 1]");
    assertThat(other).isNotEqualTo(whole);
    Files.writeString(file, other);
    assertThatThrownBy(() -> SmallRuns.trainBlobs(settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stage-threads: expected one number or one for each of the 3 stages");
    Files.writeString(file, whole);
    SmallRuns.trainBlobs(settings);
    SmallRuns.trainBlobs(pipeline("whole"));
    assertThat(Outcome.of(temp.resolve("run"))).isEqualTo(Outcome.of(temp.resolve("whole")));
  }

  @ParameterizedTest
  @CsvSource({
    "'1,1', pipeline, 'expected one number or one for each of the 3 stages, found 2 (1,1)'",
    "1, single-pass, 'expected none with execution single-pass, found 1'",
    "'1,0,1', pipeline, 'expected numbers of threads of at least 1 and at most 1024, separated by commas'"
  })
  void sharesThatDoNotFitAreRefusedInOneLine(String threads, String execution, String expected) {
    assertThatThrownBy(() -> pipeline("run", "stage-threads", threads, "execution", execution))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("stage-threads: " + expected);
  }

  /** Where only the cascade knows how many stages there are. */
  @Test
  void sharesForAnotherNumberOfStagesThanACascadeHasLeaveNothing() {
    Settings settings = pipeline("run", "stage-threads", "1,1,1");
    assertThatThrownBy(
            () ->
                Training.of(settings)
                    .dataset(SmallRuns.blobs())
                    .cascade(
                        (resolved, shape, classes, init) ->
                            new Cascade(
                                Operation.IDENTITY,
                                List.of(new MlpModule(classes, shape[0], 4, init)),
                                classes))
                    .run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "stage-threads: expected one number or one for each of the 1 stages, found 3 (1,1,1);"
                + " change stage-threads or the number of stages");
    assertThat(temp).isEmptyDirectory();
  }
}
