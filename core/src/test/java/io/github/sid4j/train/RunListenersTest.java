package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListenersTest {
  @TempDir private Path temp;

  @Test
  void whatAJarRegistersHearsRunsThatHaveAFolderWithTheirFilesInPlace() throws IOException {
    Path run = temp.resolve("run");
    SmallRuns.trainBlobs(SmallRuns.rows(run, "epochs", "2")).close();
    assertThat(HearingProvider.heard(run))
        .containsExactly(
            "started, samples true",
            "validated 1, beliefs of 1",
            "validated 2, beliefs of 2",
            "ended");
  }

  @Test
  void whatNoJarWritesIsRefusedWithTheArtefactThatWould() {
    Settings settings = SmallRuns.digits(temp, "tensorboard", "true");
    assertThatThrownBy(() -> new RunListeners(List.of()).check(settings))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "tensorboard: expected a library on the class path that writes it, found none;"
                + " add io.github.sid4j:sid4j-report, or leave it out");
    RunListeners found = new RunListeners(List.of(new HearingProvider()));
    assertThatNoException().isThrownBy(() -> found.check(settings));
    assertThatNoException()
        .isThrownBy(() -> new RunListeners(List.of()).check(Settings.parse(Map.of())));
  }

  @Test
  void aProviderThatFailsIsNamed() {
    RunListenerProvider broken =
        (folder, settings) -> {
          throw new IllegalStateException("no\nluck");
        };
    assertThatThrownBy(() -> new RunListeners(List.of(broken)).of(temp, Settings.parse(Map.of())))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("provider " + broken.getClass().getName())
        .hasMessageContaining("no luck")
        .hasMessageNotContaining("\n");
  }
}
