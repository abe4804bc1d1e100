package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir private Path folder;

  private Settings read(byte[] bytes) throws IOException {
    return Settings.read(Files.write(folder.resolve("run.yaml"), bytes));
  }

  private Settings read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private AbstractStringAssert<?> refused(String text) {
    String file = folder.resolve("run.yaml").toString();
    assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class);
    try {
      read(text);
      throw new AssertionError("accepted: " + text);
    } catch (IOException | InputException e) {
      return assertThat(e.getMessage().replace(file, "run.yaml"));
    }
  }

  @Test
  void aFlatMappingIsReadAsWritten() throws IOException {
    Settings settings =
        read(
            "\uFEFF# a comment\nlr: 1e-2\nalpha: [0.9, 0.5]\nmodules: 2\nlabel-column: no\ndata:\n");
    assertThat(settings.get(TrainingSetting.LR)).isEqualTo(0.01);
    assertThat(settings.get(ObjectiveSetting.ALPHA).values()).isEqualTo(List.of(0.9, 0.5));
    assertThat(settings.get(DataSetting.LABEL_COLUMN)).isEqualTo("no");
    assertThat(settings.get(DataSetting.DATA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "{}"})
  void aFileWithoutSettingsChangesNothing(String text) throws IOException {
    assertThat(read(text)).isEqualTo(Settings.parse(Map.of()));
  }

  @Test
  void anErrorNamesTheLine() {
    refused("lr: 0.1\n\nepoch: 3\n")
        .isEqualTo(
            "run.yaml line 3, epoch: expected the name of a setting, found 'epoch'; use epochs");
    refused("lr: fast\n")
        .startsWith(
            "run.yaml line 1, lr: expected a number above 0 and at most 1000000, found 'fast'");
    refused("lr: 0.1\nbatch: 2\nlr: 0.2\n")
        .isEqualTo(
            "run.yaml line 3, lr: expected each setting once, found it twice;"
                + " remove one of the two");
    refused("batch: 2\nlr: {a: 1}\n")
        .isEqualTo(
            "run.yaml line 2: expected a plain value, found a nested mapping;"
                + " write lines like batch: 64");
    refused("label-column: [a, b]\n").contains("line 1: expected a plain value, found a list");
    refused("lr: 1\n? [a]\n: 1\n").startsWith("run.yaml line 2: expected YAML, found a mistake");
    refused("epoch: [1]\n").contains("line 1, epoch: expected the name of a setting");
    refused("milestones: [[1]]\n").contains("line 1: expected a plain value, found a list");
    refused("- lr\n").contains("line 1: expected lines of name: value, found a list");
    refused("lr\n").contains("line 1: expected lines of name: value, found 'lr'");
    refused("lr: 1\n---\nlr: 2\n").contains("expected one document, found another after it");
    refused("lr: 1\n\tbatch: 2\n")
        .startsWith("run.yaml line 2: expected YAML, found a mistake (found character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lr: *a",
        "milestones: [&a 1, *a]",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
        "<<: *a",
      })
  void aliasesAreRefusedSoThatNoneCanGrow(String text) {
    refused(text).matches("run.yaml line \\d.*");
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> read(new byte[] {'l', 'r', ':', ' ', (byte) 0xE4}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected text in UTF-8");
    assertThatThrownBy(() -> read("#".repeat((1 << 20) + 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected settings of at most 1 MB");
    assertThatThrownBy(() -> Settings.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a folder");
    assertThatThrownBy(() -> Settings.read(folder.resolve("none.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("none.yaml: expected a YAML file, found none; check the path");
  }
}
