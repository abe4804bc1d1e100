package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MainTest {
  private static final Pattern DETAILS = Pattern.compile(" \\(details in (.*)\\)\n");

  private final Captured captured = new Captured(false, false);

  private int run(TrainingRunner training, String... args) {
    return Main.run(args, captured.terminal(), training, MainTest::evaluation);
  }

  private int run(String... args) {
    return run(MainTest::trained, args);
  }

  private static Optional<RunResult> trained(
      Settings settings, TrainingListener listener, BooleanSupplier stop) throws IOException {
    listener.ended(null, Runs.result());
    return Optional.of(Runs.result());
  }

  private static RunEvaluation evaluation(Path run, Path moved) {
    return new RunEvaluation(
        run.toString(),
        360,
        new Accuracies(null, 0.97222),
        Runs.result().modules(),
        run.endsWith("bp") ? "backprop" : "sid",
        run.endsWith("classes") ? Runs.classification() : null);
  }

  @Test
  void aRunThatSucceedsEndsWithZero() {
    assertThat(run("train", "--quiet")).isZero();
    assertThat(captured.out()).startsWith("test accuracy 97.50 %");
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void withoutWordsHelpIsShown() {
    assertThat(run()).isZero();
    assertThat(captured.out()).contains("train", "evaluate", "datasets", "completion", "130, 143");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian|unknown command trian; did you mean train? (try sid --help)",
        "--versoin|unknown option --versoin; did you mean --version? (try sid --help)",
        "train --lable-smoothing=1|unknown option --lable-smoothing;"
            + " did you mean --label-smoothing? (try sid train --help)",
        "train now|now: expected data to train on, found nothing there; correct the path",
        "train --lr|Missing required parameter for option '--lr' (NUMBER) (try sid train --help)",
        "evaluate|Missing required parameter: 'RUN' (try sid evaluate --help)",
        "report|Missing required parameter: 'RUN' (try sid report --help)",
        "report none --out x/y|none: expected the folder of a run, found nothing there;"
            + " name the folder of a run (sid runs)",
        "train --lr -1|--lr: expected a number above 0 and at most 1000000, found '-1';"
            + " correct it or leave it out for the default 0.001",
        "train --set lr=x|--set lr: expected a number above 0 and at most 1000000, found 'x';"
            + " correct it or leave it out for the default 0.001",
        "train --dataset cifar|--dataset: expected one of digits, mnist, fashion-mnist, cifar10,"
            + " cifar100, tiny-imagenet, folder, csv, text, parquet, webdataset, jsonl, found 'cifar'; correct it or leave it"
            + " out for the default"
            + " digits",
        "train --config none.yaml|none.yaml: expected a YAML file, found none; check the path",
        "train --divergence reverse|--label-smoothing: expected a number above 0 with divergence"
            + " reverse, found 0; set label-smoothing, for example to 0.1, or divergence to"
            + " forward",
      })
  void badInputEndsWithTwoAndOneLine(String words, String line) {
    assertThat(run(words.split(" ", -1))).isEqualTo(2);
    assertThat(captured.err()).isEqualTo("sid: " + line + "\n");
    assertThat(captured.out()).isEmpty();
  }

  @Test
  void inputThatTheRunItselfRefusesEndsWithTwo() {
    TrainingRunner refusing =
        (settings, listener, stop) -> {
          throw new InputException("data.csv line 7", "65 columns", "64", "mend the line");
        };
    assertThat(run(refusing, "train")).isEqualTo(2);
    assertThat(captured.err())
        .isEqualTo("sid: data.csv line 7: expected 65 columns, found 64; mend the line\n");
  }

  static Stream<Arguments> failures() {
    IOException full = new IOException("runs/one/metrics.jsonl: No space left on device");
    return Stream.of(
        Arguments.of(full, full.getMessage()),
        Arguments.of(new UncheckedIOException(full), full.getMessage()),
        Arguments.of(new NoSuchFileException("runs/one"), "there is no runs/one"),
        Arguments.of(new Diverged("loss is\nnot a number"), "loss is not a number"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailedRunEndsWithOneAndALineThatSaysAll(Throwable thrown, String line) {
    TrainingRunner failing = (settings, listener, stop) -> MainTest.<RuntimeException>fail(thrown);
    assertThat(run(failing, "train")).isEqualTo(1);
    assertThat(captured.err()).isEqualTo("sid: the run failed: " + line + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs/one", "runs/two/../one", "runs/one/.tmp-page.html-1"})
  void aPlaceWithoutPermissionIsBadInput(String denied) {
    TrainingRunner failing =
        (settings, listener, stop) ->
            MainTest.<RuntimeException>fail(
                new UncheckedIOException(new AccessDeniedException(denied)));
    assertThat(run(failing, "train")).isEqualTo(2);
    assertThat(captured.err())
        .isEqualTo(
            "sid: runs/one: expected permission to read and write, found none; choose another place"
                + " or change its rights\n");
  }

  static Stream<Throwable> faults() {
    return Stream.of(new IllegalStateException("odd"), new UnsatisfiedLinkError("no jni"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheProgramEndsWithOneAndALineThatNamesTheDetails(Throwable thrown)
      throws IOException {
    TrainingRunner failing = (settings, listener, stop) -> MainTest.<RuntimeException>fail(thrown);
    assertThat(run(failing, "train")).isEqualTo(1);
    assertThat(captured.err())
        .startsWith(
            "sid: internal error: %s: %s (details in "
                .formatted(thrown.getClass().getSimpleName(), thrown.getMessage()));
    Matcher details = DETAILS.matcher(captured.err());
    assertThat(details.find()).isTrue();
    Path file = Path.of(details.group(1));
    assertThat(file).content().contains("at " + MainTest.class.getName());
    Files.delete(file);
  }

  @SuppressWarnings("unchecked") // lets any exception through, as native code may
  private static <E extends Throwable> Optional<RunResult> fail(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Diverged(String message) {
      super(message);
    }
  }

  @Test
  void aStoppedRunDoesNotPassForAFinishedOne() {
    assertThat(run((settings, listener, stop) -> Optional.empty(), "train")).isEqualTo(130);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "evaluate", "calibrate", "truncate", "grow"})
  void everyCommandThatReadsDataTakesItsPlace(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(captured.out()).contains("--data");
  }

  @Test
  void evaluateHandsOnWhereTheDataIs() {
    List<Path> places = new ArrayList<>();
    int code =
        Main.run(
            new String[] {"evaluate", "runs/one", "--data", "there.csv"},
            captured.terminal(),
            (settings, listener, stop) -> Optional.empty(),
            (folder, moved) -> {
              places.add(moved);
              return evaluation(folder, moved);
            });
    assertThat(code).isZero();
    assertThat(places).containsExactly(Path.of("there.csv"));
  }

  @Test
  void evaluateShowsATable() {
    assertThat(run("evaluate", "runs@one")).isZero();
    assertThat(captured.out())
        .isEqualTo(
            """
            module | test acc | KL to target | KL to previous
            -------+----------+--------------+---------------
                 1 |  95.00 % |       0.5000 |         1.7500
                 2 |  97.22 % |       0.2500 |         0.1250

            test accuracy - (best epoch), 97.22 % (last epoch), on 360 samples of runs@one
            """);
  }

  @Test
  void evaluateShowsTheLastModuleAloneWhereOnlyThatIsTrainedToAnswer() {
    assertThat(run("evaluate", "bp")).isZero();
    assertThat(captured.out())
        .startsWith(
            """
            module | test acc | KL to target | KL to previous
            -------+----------+--------------+---------------
                 2 |  97.22 % |       0.2500 |         0.1250
            method backprop trains only the last module to answer; earlier modules are not shown
            """);
  }

  @Test
  void evaluateShowsClasses() {
    assertThat(run("evaluate", "classes")).isZero();
    assertThat(captured.out())
        .contains("class | # | samples | precision", "true class \\ taken for");
    assertThat(captured.out().lines().filter(line -> line.contains("|")))
        .allMatch(line -> line.length() <= Terminal.USUAL_WIDTH);
  }

  @Test
  void evaluateShowsJson() {
    assertThat(run("evaluate", "--json", "@run")).isZero();
    assertThat(captured.out().replaceAll("\\s", ""))
        .startsWith(
            "{\"dataset\":\"@run\",\"test_size\":360,"
                + "\"test_accuracy\":{\"best\":null,\"last\":0.97222},"
                + "\"modules\":[{\"index\":1,\"test_accuracy\":0.95,");
  }

  @Test
  void everyDatasetIsListed() {
    assertThat(run("datasets")).isZero();
    assertThat(captured.out())
        .startsWith(
            """
            digits         Handwritten digits, UCI
                           1,438 to train on, 359 to test, 1x8x8, 10 classes; built in; batch 32 by default
            mnist          Handwritten digits, MNIST
                           60,000 to train on, 10,000 to test, 1x28x28, 10 classes; fetched with --download
            """)
        .contains(DataSetting.DATASET.type().choices())
        .doesNotContain("null");
  }

  @ParameterizedTest
  @CsvSource({
    "--help",
    "train --help",
    "evaluate -h",
    "report --help",
    "datasets --help",
    "--version",
    "train -V"
  })
  void helpAndVersionSucceedWithin80Columns(String words) {
    assertThat(run(words.split(" ", -1))).isZero();
    assertThat(captured.out()).isNotBlank();
    assertThat(captured.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void completionIsAScriptThatKnowsTheChoices() {
    assertThat(run("completion")).isZero();
    assertThat(captured.out()).startsWith("#!/usr/bin/env bash").contains("\"fashion-mnist\"");
  }
}
