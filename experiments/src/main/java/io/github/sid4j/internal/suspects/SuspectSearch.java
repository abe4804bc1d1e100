package io.github.sid4j.internal.suspects;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.data.HeldOutFolds;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.OutOfFold;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.SuspectList;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds training samples of a run whose labels are contradicted by modules that did not learn from
 * them. The training part is dealt to folds; for each a cascade is trained without it, and in a
 * second round also without what the first round found likely wrong. Answers of a fold are kept in
 * the folder of the run, so that a search that was stopped trains only the others.
 *
 * <p>For one thread at a time.
 */
public final class SuspectSearch implements AutoCloseable {
  private final RunFolder held;
  private final StoredData run;
  private final List<int[]> folds;
  private final int rounds;

  private SuspectSearch(RunFolder held, StoredData run, List<int[]> folds, int rounds) {
    this.held = held;
    this.run = run;
    this.folds = folds;
    this.rounds = rounds;
  }

  /**
   * Reads the data of a run and deals its training part.
   *
   * @param run to search
   * @param folds at least 2
   * @param rounds 1 or 2; {@code null} for 2 where the run learns from features, which takes
   *     seconds, and 1 otherwise
   * @return that holds the lock of the run until it is closed
   * @throws InputException if there is no such run, another process writes it, its data is not what
   *     it was, a program brought a part of it, or there are fewer samples or groups than folds
   * @throws IOException if a file cannot be read
   */
  public static SuspectSearch open(RunOpening run, int folds, @Nullable Integer rounds)
      throws IOException {
    RunFolder held = RunFolder.hold(run.folder());
    try {
      StoredData data = StoredData.open(run);
      checkOwnParts(run, data.provenance().ownParts());
      List<int[]> dealt =
          HeldOutFolds.of(
              data.data().train(), folds, data.settings().get(PhotoSetting.GROUP_PATTERN));
      if (dealt.stream().anyMatch(fold -> fold.length == 0)) {
        throw new InputException(
            "folds", "samples, or groups of them, for each fold", folds + " folds", "lower it");
      }
      boolean features = data.settings().get(TuneSetting.TUNE).equals("features");
      int chosen = rounds != null ? rounds : features ? 2 : 1;
      return new SuspectSearch(held, data, dealt, chosen);
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static void checkOwnParts(RunOpening run, List<String> own) {
    if (!own.isEmpty()) {
      throw new InputException(
          run.folder().toString(),
          "a run that its settings describe, to be trained again",
          "one whose " + String.join(", ", own) + " a program brought",
          "name another run");
    }
  }

  private String key(int... leftOut) {
    MessageDigest digest = FileHash.sha256();
    digest.update(FoldTraining.settings(run).toYaml().getBytes(StandardCharsets.UTF_8));
    digest.update(run.dataset().sha256().getBytes(StandardCharsets.UTF_8));
    for (int[] fold : folds) {
      for (int place : fold) {
        String sample =
            "%s %s\n".formatted(run.data().train().id(place), run.data().train().label(place));
        digest.update(sample.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
    }
    digest.update(Arrays.toString(leftOut).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What a search will take.
   *
   * @return by what is done and by the times of the run
   * @throws IOException if a file cannot be read
   */
  public SearchCost cost() throws IOException {
    int done = 0;
    int[] leftOut = {};
    for (int round = 1; round <= rounds && done == (round - 1) * folds.size(); round++) {
      List<OutOfFold> answers = new ArrayList<>();
      for (int fold = 0; fold < folds.size(); fold++) {
        earlier(fold, round, key(leftOut)).ifPresent(answers::add);
      }
      done += answers.size();
      if (answers.size() == folds.size()) {
        leftOut = new SuspectRanking(run, answers).leftOut();
      }
    }
    int trainings = folds.size() * rounds;
    double run = epochs().stream().mapToDouble(EpochMetrics::seconds).sum();
    double each = run == 0 ? Double.NaN : run * (folds.size() - 1) / folds.size();
    return new SearchCost(folds.size(), trainings, done, samples(), each * (trainings - done));
  }

  private List<EpochMetrics> epochs() throws IOException {
    return new MetricsLog(held.paths().metrics()).readSoFar();
  }

  private int samples() {
    return run.data().train().size();
  }

  private Optional<OutOfFold> earlier(int fold, int round, String key) throws IOException {
    Path file = held.paths().suspectFold(fold + 1, round);
    return Files.exists(file)
        ? Optional.of(RunJson.read(file, OutOfFold.class)).filter(one -> one.key().equals(key))
        : Optional.empty();
  }

  /**
   * Trains the folds whose answers are not there yet, and stores the suspects with the run: as CSV,
   * as JSON and as a page.
   *
   * @param most suspects to list
   * @param likelyOnly whether only likely suspects are listed
   * @param trained hears of each training that was made, with its number from 1; those of the
   *     second round follow those of the first
   * @param stop asked after each step
   * @return what was stored; empty if the search was stopped
   * @throws IOException if a file cannot be read or written
   */
  public Optional<SuspectList> find(
      int most, boolean likelyOnly, BiConsumer<Integer, OutOfFold> trained, BooleanSupplier stop)
      throws IOException {
    RunPaths paths = held.paths();
    Files.createDirectories(paths.suspects());
    List<OutOfFold> answers = List.of();
    for (int round = 1; round <= rounds; round++) {
      int[] leftOut = round == 1 ? new int[0] : new SuspectRanking(run, answers).leftOut();
      answers = answers(round, leftOut, trained, stop);
      if (answers.size() < folds.size()) {
        return Optional.empty();
      }
    }
    SuspectList list = new SuspectRanking(run, answers).list(folds.size(), most, likelyOnly);
    SuspectFiles.write(paths, list, run);
    return Optional.of(list);
  }

  /** Of all folds, or of those before it was stopped. */
  private List<OutOfFold> answers(
      int round, int[] leftOut, BiConsumer<Integer, OutOfFold> trained, BooleanSupplier stop)
      throws IOException {
    String key = key(leftOut);
    FoldTraining training = new FoldTraining(run, folds, leftOut);
    List<OutOfFold> answers = new ArrayList<>();
    for (int fold = 0; fold < folds.size(); fold++) {
      OutOfFold known = earlier(fold, round, key).orElse(null);
      if (known == null) {
        known = training.train(fold, key, stop).orElse(null);
        if (known == null) {
          return answers;
        }
        RunJson.writeLine(held.paths().suspectFold(fold + 1, round), known);
        trained.accept((round - 1) * folds.size() + fold + 1, known);
      }
      answers.add(known);
    }
    return answers;
  }

  /** Gives the run free. */
  @Override
  public void close() throws IOException {
    held.close();
  }
}
