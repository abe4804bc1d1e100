package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.calibrate.Calibrator;
import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.report.RunEntries;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.testkit.Tree;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder from a stranger, who put links and pipes in it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no pipes there, and links take a privilege")
class LinkedRunTest {
  @TempDir private Path temp;
  private Path run;
  private Path mine;

  @BeforeEach
  void train() throws IOException {
    run = temp.resolve("run");
    mine = Files.createDirectories(temp.resolve("mine"));
    Training.of(SmallRun.shared(run, "epochs", "1")).run();
  }

  private Trained train(String... others) throws IOException {
    return Training.of(SmallRun.shared(run, others)).run();
  }

  /** Puts a link in place of what is moved out of the run. */
  private void moveAway(String name) throws IOException {
    Files.move(run.resolve(name), mine.resolve(name));
    Files.createSymbolicLink(run.resolve(name), Path.of("../mine").resolve(name));
  }

  private static void refused(ThrowingCallable call, String words) {
    assertThatThrownBy(call).isInstanceOf(InputException.class).hasMessageContaining(words);
  }

  @Test
  void noCommandReadsThroughALinkOrFromAPipe() throws Exception {
    moveAway("best.safetensors");
    refusedByAll("best.safetensors: expected a plain file, found a symbolic link");
    Files.delete(run.resolve("best.safetensors"));
    String pipe = run.resolve("best.safetensors").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    refusedByAll("best.safetensors: expected a plain file, found a pipe");
  }

  private void refusedByAll(String words) {
    refused(() -> Classifier.open(run), words);
    refused(() -> RunEvaluation.of(run), words);
    refused(() -> Calibrator.calibrate(run, new Goal(Goal.Kind.LOSS, 0.3), 1), words);
    refused(() -> Truncation.of(run), words);
    refused(() -> Growth.settings(run, 1, List.of()), words);
  }

  @Test
  void aReportReadsNoSettingsThroughALink() throws IOException {
    moveAway("settings.yaml");
    refused(() -> RunEntries.of(List.of(run)), "settings.yaml: expected a plain file");
  }

  @Test
  void resumingNeitherRemovesNorMovesWhatALinkLeadsTo() throws IOException {
    Files.delete(new RunPaths(run).result());
    moveAway("checkpoints");
    Files.createDirectories(mine.resolve("checkpoints/step-000000001"));
    Files.createDirectories(mine.resolve("checkpoints/.tmp-notes"));
    Map<String, String> before = Tree.of(mine);
    refused(
        () -> train("epochs", "1", "resume", "true"),
        "checkpoints: expected a folder, found a symbolic link");
    refused(() -> train("epochs", "1", "overwrite", "true"), "checkpoints");
    assertThat(Tree.of(mine)).isEqualTo(before);
    assertThat(mine.resolve("checkpoints/.tmp-notes")).isDirectory();
  }
}
