package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Course;
import io.github.sid4j.train.TrainedStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleViewTest {
  private static final Settings SETTINGS = Runs.SETTINGS;
  private static final String FOLDER = Path.of("runs", "one").toString();

  @Test
  void aRunIsShownFromItsSettingsToItsResult() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.start(1));
      for (int step = 1; step <= 40; step++) {
        view.stepped(null, new TrainedStep(1, step, 1.5));
      }
      view.epochEnded(null, Runs.epoch(1, 2));
      view.ended(null, Runs.result());
    }
    assertThat(captured.out())
        .isEqualTo(
            """
            run       %1$s
            data      digits: 1,294 samples to train on, 143 to validate, 360 to test
            network   mlp: modules 2, parameters 123,456
            training  1 epoch of 40 steps, 32 samples a step; batches are whole, so each epoch leaves out 14, others each time
            precision fp32
            settings  alpha=0.9..0.3; batch=32; the rest in settings.yaml

            epoch 1/1: train 90.00 %%, val 87.50 %%, lr 0.001, 12,346 samples/s, 5.1 s, waiting for data 0.4 %%
            module | train acc | val acc | KL to target | KL to previous | loss above floor
            -------+-----------+---------+--------------+----------------+-----------------
                 1 |   90.00 %% | 87.50 %% |       0.2500 |         1.5000 |           0.0123
                 2 |   90.00 %% | 87.50 %% |       0.2500 |         1.5000 |           0.0123

            module | test acc | KL to target | KL to previous
            -------+----------+--------------+---------------
                 1 |  95.00 %% |       0.5000 |         1.7500
                 2 |  97.22 %% |       0.2500 |         0.1250

            test accuracy 97.50 %% (best epoch, 17), 97.22 %% (last epoch, 20)
            20 epochs in 1 min 23 s, 12,346 samples/s
            run %1$s
            """
                .formatted(FOLDER));
    assertThat(captured.err())
        .isEqualTo(
            """
            epoch 1/1: step 10 of 40, loss 1.5000
            epoch 1/1: step 20 of 40, loss 1.5000
            epoch 1/1: step 30 of 40, loss 1.5000
            """);
  }

  @Test
  void modulesThatAreNotTrainedToAnswerAreNotShown() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.by("backprop"));
      view.epochEnded(null, Runs.noisyEpoch(1));
      view.ended(null, Runs.result("backprop", Runs.classification()));
    }
    assertThat(captured.out().lines())
        .noneMatch(line -> line.startsWith("     1 |"))
        .filteredOn(line -> line.startsWith("     2 |"))
        .hasSize(3);
    assertThat(captured.out())
        .contains(
            "\nmethod backprop trains only the last module to answer; earlier modules are not shown\n")
        .contains("\nbalanced accuracy 65.00 % (best epoch), lowest recall 30.00 %");
  }

  @Test
  void inALogAnEpochIsALine() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, false, FlagTexts.none())) {
      view.started(null, Runs.start(2));
      for (int epoch = 1; epoch <= 2; epoch++) {
        for (int step = 1; step <= 40; step++) {
          view.stepped(null, new TrainedStep(epoch, step, 1.5));
        }
        view.epochEnded(null, Runs.epoch(epoch, 2));
      }
      assertThat(captured.out())
          .endsWith(
              """

              epoch 1/2: train 90.00 %, val 87.50 %, lr 0.001, 12,346 samples/s, 5.1 s, waiting for data 0.4 %
              epoch 2/2: train 90.00 %, val 87.50 %, lr 0.001, 12,346 samples/s, 5.1 s, waiting for data 0.4 %
              """);
      view.ended(null, Runs.result());
      assertThat(captured.out()).contains("module | test acc");
    }
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void aWindowShowsTheModulesAndBreaksLinesAtItsWidth() {
    Captured captured = new Captured(true, false, 60);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, false, FlagTexts.none())) {
      view.started(null, Runs.start(1));
      view.epochEnded(null, Runs.epoch(1, 2));
    }
    assertThat(captured.out()).contains("module | train acc");
    assertThat(captured.out().lines().filter(line -> line.contains(",")))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.length() <= 60);
  }

  @Test
  void aResumedRunSaysFromWhere() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.resumed(0, 0));
      assertThat(captured.out()).doesNotContain("resumed");
      view.started(null, Runs.resumed(0, 13));
      assertThat(captured.out()).contains("\nresumed   after epoch 0 of 20 and 13 of 40 steps\n");
      view.started(null, Runs.resumed(3, 0));
      assertThat(captured.out()).contains("\nresumed   after epoch 3 of 20 and 0 of 40 steps\n");
    }
  }

  @Test
  void numbersThatFollowTheDataAndAnotherLengthAreShown() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(
          null, Runs.start(new Course(40, 27, 16, 0, List.of("batch", "epochs"), 0), "constant"));
      assertThat(captured.out())
          .contains(
              """
              training  40 epochs of 27 steps, 16 samples a step (batch and epochs by the number of training samples)
              """)
          .doesNotContain("length");
      view.started(null, Runs.start(new Course(40, 27, 16, 0, List.of(), 20), "constant"));
      assertThat(captured.out()).contains("\nlength    40 epochs instead of 20\n");
      view.started(null, Runs.start(new Course(40, 27, 16, 0, List.of(), 20), "cosine"));
      assertThat(captured.out())
          .contains("\nlength    40 epochs instead of 20; schedule cosine follows the new length");
    }
  }

  @Test
  void aNetworkInStagesShowsWhereItIsCut() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.cut(3, 5, 7));
      assertThat(captured.out())
          .contains("\nnetwork   vgg11: modules 4, parameters 123,456, cuts 3,5,7\n");
    }
  }

  @Test
  void noisyLabelsAreCountedAtTheStartAndTheModulesShareOfThemAtTheEnd() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.noisy());
      assertThat(captured.out())
          .contains(
              """
              data      digits: 1,294 samples to train on (1,259 with a noisy label), 143 to validate, 360 to test
              """);
      view.epochEnded(null, Runs.noisyEpoch(1));
    }
    assertThat(captured.out())
        .endsWith(
            """

            module | label disagreement | true label recovered
            -------+--------------------+---------------------
                 1 |                  - |                    -
                 2 |            87.50 % |              75.00 %

            """);
  }

  @Test
  void theModulesShareOfNoisyLabelsIsOnlyShownAtTheEnd() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.start(2));
      view.epochEnded(null, Runs.noisyEpoch(1));
    }
    assertThat(captured.out()).doesNotContain("label disagreement");
  }

  @Test
  void quietShowsWarningsAndTheResultInALine() {
    Captured captured = new Captured(true, true);
    try (ConsoleView view =
        new ConsoleView(
            captured.terminal(), SETTINGS.with(RunSetting.QUIET, true), false, FlagTexts.none())) {
      view.started(null, Runs.start(1));
      view.stepped(null, new TrainedStep(1, 1, 1.5));
      view.warned("two images are alike");
      view.epochEnded(null, Runs.epoch(1, 2));
      view.ended(null, Runs.result());
    }
    assertThat(captured.out())
        .isEqualTo(
            "test accuracy 97.50 % (best epoch, 17), 97.22 % (last epoch, 20), run "
                + FOLDER
                + "\n");
    assertThat(captured.err()).isEqualTo("sid: warning: two images are alike\n");
  }

  @Test
  void weightsOfTheLastEpochAreNotCalledTheBest() {
    Captured captured = new Captured(false, false);
    Settings last = SETTINGS.with(TrainingSetting.BEST_BY, "last");
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, false, FlagTexts.none())) {
      view.started(null, Runs.with(last));
      view.ended(null, Runs.result("sid", Runs.classification()));
    }
    assertThat(captured.out())
        .contains(
            "\ntest accuracy 97.22 % (last epoch, 20)\n",
            "\nbalanced accuracy 65.00 % (last epoch), lowest recall")
        .doesNotContain("best epoch");
  }

  @Test
  void manySettingsHaveALineForEachGroup() {
    Settings many =
        Settings.parse(
            Map.of(
                "dataset", "digits",
                "validation", "0.25",
                "hidden", "123",
                "module-hidden", "45",
                "batch", "32",
                "lr", "0.25",
                "momentum", "0.75"));
    assertThat(StartReport.lines(Runs.with(many), Terminal.UNBROKEN))
        .containsSequence(
            "settings  validation=0.25;",
            "          hidden=123; module-hidden=45;",
            "          batch=32; lr=0.25; momentum=0.75;",
            "          the rest in settings.yaml");
  }

  @Test
  void ofManyEpochsEachHasItsLineButOnlySomeTheirTable() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.start(200));
      for (int epoch = 1; epoch <= 200; epoch++) {
        view.epochEnded(null, Runs.epoch(epoch, 2));
      }
    }
    assertThat(captured.out().lines().filter(line -> line.startsWith("epoch"))).hasSize(200);
    assertThat(captured.out().lines().filter(line -> line.startsWith("module"))).hasSize(21);
  }

  @Test
  void aTerminalGetsABarThatIsGoneWhenTheEpochIsOver() {
    Captured captured = new Captured(true, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.start(3));
      view.stepped(null, new TrainedStep(2, 10, 1.5));
      view.epochEnded(null, Runs.epoch(2, 2));
    }
    assertThat(captured.err())
        .contains("\repoch 2/3")
        .contains("10/40")
        .endsWith("\r" + " ".repeat(79) + "\r");
    assertThat(captured.err().split("\r", -1)).allMatch(line -> line.length() <= 79);
  }

  @Test
  void aStoppedRunSaysHowToResume() {
    Captured captured = new Captured(false, false);
    try (ConsoleView view =
        new ConsoleView(captured.terminal(), SETTINGS, true, FlagTexts.none())) {
      view.started(null, Runs.start(3));
      view.stopped();
    }
    assertThat(captured.err())
        .isEqualTo("stopped; resume with ./sid train --resume --out " + FOLDER + "\n");
  }
}
