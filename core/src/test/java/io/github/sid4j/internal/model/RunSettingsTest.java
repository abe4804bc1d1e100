package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSettingsTest {
  @TempDir private Path temp;

  /** What is missing would be taken for defaults: another seed, another method. */
  @Test
  void aFileThatEndsBehindAnyLineIsRefused() throws IOException {
    RunPaths paths = new RunPaths(temp);
    Settings settings = Settings.parse(Map.of("seed", "5", "modules", "2"));
    RunSettings.write(paths.settings(), settings);
    assertThat(RunSettings.read(paths)).isEqualTo(settings);
    String whole = Files.readString(paths.settings());
    int checksum = whole.lastIndexOf("# sha256");
    int end = whole.indexOf('\n') + 1;
    while (end < checksum) {
      Files.writeString(paths.settings(), whole.substring(0, end));
      assertThatThrownBy(() -> RunSettings.read(paths))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("tensorboard");
      end = whole.indexOf('\n', end) + 1;
    }
  }

  /** A flipped bit of a digit leaves a valid number. */
  @Test
  void aChangedByteIsRefused() throws IOException {
    RunPaths paths = new RunPaths(temp);
    RunSettings.write(paths.settings(), Settings.parse(Map.of("seed", "5")));
    String whole = Files.readString(paths.settings());
    Files.writeString(paths.settings(), whole.replace("seed: 5", "seed: 4"));
    assertThatThrownBy(() -> RunSettings.read(paths))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SHA-256")
        .hasMessageContaining("remove the last line");
  }

  @Test
  void aChangeWithoutTheChecksumIsTaken() throws IOException {
    RunPaths paths = new RunPaths(temp);
    RunSettings.write(paths.settings(), Settings.parse(Map.of("seed", "5")));
    String whole = Files.readString(paths.settings());
    Files.writeString(
        paths.settings(),
        whole.substring(0, whole.lastIndexOf("# sha256")).replace("seed: 5", "seed: 4"));
    assertThat(RunSettings.read(paths)).isEqualTo(Settings.parse(Map.of("seed", "4")));
  }
}
