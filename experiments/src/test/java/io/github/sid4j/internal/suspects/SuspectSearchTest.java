package io.github.sid4j.internal.suspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.OutOfFold;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.report.testkit.PagePolicy;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SuspectSearchTest {
  private static final int FOLDS = 2;

  @TempDir private static Path temp;

  private static Path run;
  private static SuspectList found;
  private static final List<Integer> TRAINED = new ArrayList<>();

  @BeforeAll
  static void search() throws IOException {
    run = temp.resolve("run");
    Training.of(SmallRun.shared(run, "label-noise", "0.1")).run().close();
    try (SuspectSearch search = SuspectSearch.open(RunOpening.of(run), FOLDS, null)) {
      assertThat(search.cost().seconds()).isPositive();
      assertThat(search.find(500, false, (fold, answers) -> TRAINED.add(fold), () -> true))
          .isEmpty();
      assertThat(TRAINED).isEmpty();
      found =
          search.find(500, false, (fold, answers) -> TRAINED.add(fold), () -> false).orElseThrow();
    }
  }

  @Test
  void noisyLabelsRankBeforeTheOthers() {
    SuspectList.FoundNoise noise = found.noise();
    assertThat(noise.averagePrecision()).isGreaterThan(0.5);
    assertThat(noise.contradicted()).isGreaterThan(noise.changed() / 2);
    assertThat(found.suspects())
        .isSortedAccordingTo((one, other) -> Double.compare(one.score(), other.score()))
        .allSatisfy(one -> assertThat(one.label()).isNotEqualTo(one.suggested()))
        .allSatisfy(one -> assertThat(one.modules()).hasSize(3));
    assertThat(found.suspects().get(0).trueLabel()).isNotNull();
  }

  @Test
  void whatIsDoneIsNotTrainedAgain() throws IOException {
    assertThat(TRAINED).containsExactly(1, 2);
    try (SuspectSearch search = SuspectSearch.open(RunOpening.of(run), FOLDS, null)) {
      assertThat(search.cost().done()).isEqualTo(FOLDS);
      Optional<SuspectList> likely =
          search.find(3, true, (fold, answers) -> TRAINED.add(fold), () -> true);
      assertThat(likely.orElseThrow().suspects())
          .hasSizeBetween(1, 3)
          .allMatch(SuspectList.Suspect::likely);
      search.find(500, false, (fold, answers) -> TRAINED.add(fold), () -> true);
    }
    assertThat(TRAINED).containsExactly(1, 2);
  }

  @Test
  void aSecondRoundLearnsWithoutWhatIsLikelyWrong() throws IOException {
    List<Integer> trained = new ArrayList<>();
    Path folds = new RunPaths(run).suspects();
    try (SuspectSearch search = SuspectSearch.open(RunOpening.of(run), FOLDS, 2)) {
      assertThat(search.cost())
          .extracting(SearchCost::trainings, SearchCost::done)
          .containsExactly(4, 2);
      SuspectList second =
          search
              .find(500, false, (number, answers) -> trained.add(number), () -> false)
              .orElseThrow();
      assertThat(search.cost().done()).isEqualTo(4);
      assertThat(second.samples()).isEqualTo(found.samples());
      assertThat(second.noise().averagePrecision()).isGreaterThan(0.5);
    }
    assertThat(trained).containsExactly(3, 4);
    // From the same seed: without the others left out they would be the same.
    assertThat(RunJson.read(folds.resolve("fold-1-round-2.json"), OutOfFold.class).samples())
        .isNotEqualTo(RunJson.read(folds.resolve("fold-1.json"), OutOfFold.class).samples());
    // The list of one round again, for the other tests.
    try (SuspectSearch search = SuspectSearch.open(RunOpening.of(run), FOLDS, 1)) {
      assertThat(search.find(500, false, (number, answers) -> trained.add(number), () -> true))
          .contains(found);
    }
  }

  @Test
  void thePageShowsThemAndKeepsToItself() throws Exception {
    Document page = Jsoup.parse(Files.readString(new RunPaths(run).suspectPage()));
    PagePolicy.check(page);
    int shown = Math.min(200, found.suspects().size());
    assertThat(page.select(".photos figure img[src^=data:image/png]")).hasSize(shown);
  }

  @Test
  void aRunWithoutThemKeepsItsTestPart() throws IOException {
    Path list = new RunPaths(run).suspectTable();
    Path other = temp.resolve("without");
    try (Trained trained =
        Training.of(
                SmallRun.shared(
                    other, "label-noise", "0.1", "epochs", "1", "exclude", list.toString()))
            .run()) {
      assertThat(trained.data().train().size())
          .isEqualTo(found.samples() - found.suspects().size());
      assertThat(trained.data().train().noisyLabels())
          .isEqualTo(found.noise().changed() - found.noise().contradicted());
    }
    Provenance provenance = RunJson.read(new RunPaths(other).provenance(), Provenance.class);
    assertThat(provenance.exclude().samples()).isEqualTo(found.suspects().size());
    assertThat(RunEvaluation.of(other).testSize())
        .isEqualTo(StoredData.open(new RunPaths(run)).data().test().size());
    String kept = Files.readString(list);
    Files.writeString(list, kept.substring(0, kept.lastIndexOf('\n', kept.length() - 2) + 1));
    assertThatThrownBy(() -> RunEvaluation.of(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SHA-256");
    Files.writeString(list, kept);
  }
}
