package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.cluster.MeetingPlace;
import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose stages lie in several ranks, each a thread with connections of its own here. */
@Tag("slow")
class RanksTest {
  private static final List<String> STAGED =
      List.of("topology", "staged", "network", "mlp", "epochs", "2", "peer-timeout", "20");

  @TempDir private Path temp;

  private Settings settings(String folder, String... more) {
    List<String> all = new ArrayList<>(STAGED);
    all.addAll(List.of(more));
    return SmallRuns.rows(temp.resolve(folder), all.toArray(String[]::new));
  }

  private static String[] words(String text) {
    return text.split(" ");
  }

  /** Trains in that many ranks; gives what each returned, or the message of its error. */
  private List<String> train(int size, Settings settings, Function<Training, Training> first) {
    Path meeting = temp.resolve("meeting-" + System.nanoTime());
    List<CompletableFuture<String>> ranks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Seat seat = new Seat(i, size, new MeetingPlace.InFile(meeting), 0);
      ranks.add(
          CompletableFuture.supplyAsync(
                  () -> trained(settings, seat, first),
                  task -> new Thread(task, "rank-" + seat.rank()).start())
              .exceptionally(e -> message(e)));
    }
    return ranks.stream().map(CompletableFuture::join).toList();
  }

  private static String message(Throwable e) {
    return (e instanceof CompletionException ? e.getCause() : e).getMessage();
  }

  private static String trained(Settings settings, Seat seat, Function<Training, Training> first) {
    Training training = Training.of(settings).dataset(SmallRuns.blobs());
    try {
      Optional<Trained> trained = (seat.rank() == 0 ? first.apply(training) : training).runAs(seat);
      trained.ifPresent(Trained::close);
      return trained.isPresent() ? "trained" : "followed";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that travels, and everything that a process has a state of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | stages 3",
        "3 | stages 3 execution pipeline precision bf16",
        "2 | stages 4 rank-stages 3,1 accumulate 2 clip 0.5 ema 0.9 checkpoint-steps 2",
        "3 | stages 4 label-noise 0.2 class-weights balanced optimizer sgd momentum 0.9",
        "2 | stages 3 elr 3 label-noise 0.2 label-smoothing 0.1"
      })
  void theBitsAreThoseOfOneProcess(int size, String more) throws IOException {
    SmallRuns.trainBlobs(settings("one", words(withoutRanks(more))));
    List<String> ends = train(size, settings("many", words(more)), training -> training);
    assertThat(ends.get(0)).isEqualTo("trained");
    assertThat(ends.subList(1, size)).containsOnly("followed");
    assertThat(Outcome.of(temp.resolve("many"))).isEqualTo(Outcome.of(temp.resolve("one")));
  }

  private static String withoutRanks(String words) {
    return words.replaceAll("rank-stages \\S+ ", "");
  }

  @Test
  void aRunThatWasStoppedResumesInOtherNumbersOfProcesses() throws IOException {
    String[] more = words("stages 4 checkpoint-steps 2 execution pipeline");
    SmallRuns.trainBlobs(settings("one", more));
    int[] asked = {0};
    train(3, settings("many", more), training -> training.stopWhen(() -> ++asked[0] == 3));
    String[] resumed = words("stages 4 checkpoint-steps 2 execution pipeline resume true");
    train(2, settings("many", resumed), training -> training.stopWhen(() -> ++asked[0] == 7));
    assertThat(temp.resolve("many/result.json")).doesNotExist();
    SmallRuns.trainBlobs(settings("many", resumed));
    assertThat(Outcome.of(temp.resolve("many"))).isEqualTo(Outcome.of(temp.resolve("one")));
    // A run that is over leaves nothing to do.
    assertThat(train(2, settings("many", resumed), training -> training))
        .containsExactly("trained", "followed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stages 2 | expected at most as many as the stages, which are 2, found 3 processes",
        "stages 3 rank-stages 2,1 | rank-stages: expected 3 numbers, which add up to the 3 stages",
        "stages 3 execution threads | execution: expected pipeline or single-pass with several",
        "stages 3 method backprop | expected a method whose modules learn by themselves"
      })
  void whatCannotBeSharedIsRefusedEverywhere(String more, String message) {
    List<String> ends = train(3, settings("refused", words(more)), training -> training);
    assertThat(ends).hasSize(3).allMatch(end -> end.contains(message));
    assertThat(ends.get(2)).startsWith("rank 0 failed: ");
    assertThat(temp.resolve("refused/settings.yaml")).doesNotExist();
  }

  /** The others have no part in the test, which may outlast their patience. */
  @Test
  void aTestThatTakesLongLosesNobody() {
    TrainingListener slow =
        new TrainingListener() {
          @Override
          public void testing(TrainingContext context) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
          }
        };
    String[] more = words("stages 3 peer-timeout 3");
    assertThat(train(3, settings("slow", more), training -> training.listeners(slow)))
        .containsExactly("trained", "followed", "followed");
  }

  @Test
  void aLossThatDivergesInAnotherRankIsSaidInEach() {
    String[] more = words("stages 3 lr 1000000 optimizer sgd");
    List<String> ends = train(3, settings("diverged", more), training -> training);
    assertThat(ends).allMatch(end -> end.contains("a lower learning rate or clip=1 may help"));
  }
}
