package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
  private Path file;
  private MetricsLog log;

  @BeforeEach
  void threeEpochs(@TempDir Path folder) throws IOException {
    file = folder.resolve("metrics.jsonl");
    log = new MetricsLog(file);
    for (int epoch = 1; epoch <= 3; epoch++) {
      log.append(Records.epoch(epoch));
    }
  }

  @Test
  void holdsOneEpochALine() throws IOException {
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(log.read()).containsExactly(Records.epoch(1), Records.epoch(2), Records.epoch(3));
  }

  @Test
  void truncatingKeepsTheBytesOfTheEpochsBefore() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.writeString(
        file, lines.get(0).replace("{\"epoch\"", "{ \"new\":\"\u00e9\",\"epoch\"") + "\n");
    Files.writeString(file, lines.get(1) + "\n" + lines.get(2) + "\n", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);
    log.truncateAfter(2);
    byte[] after = Files.readAllBytes(file);
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(after).isEqualTo(Arrays.copyOf(before, after.length));
    log.append(Records.epoch(3));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aTornLastLineIsDroppedWhereverItWasCut() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int third = whole.length / 3 * 2;
    for (int length = third + 1; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(log::read)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("metrics.jsonl line 3: expected a whole line");
      assertThatThrownBy(() -> log.truncateAfter(3))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("metrics.jsonl: expected the lines of epochs 1 to 3, found 2");
      log.truncateAfter(2);
      assertThat(log.read()).containsExactly(Records.epoch(1), Records.epoch(2));
    }
  }

  @Test
  void aDamagedLineIsNamedByItsNumberAndNothingIsRewritten() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (String damaged : List.of("", "{}", "x", lines.get(1).replace("accuracy", "akkuracy"))) {
      String text = String.join("\n", lines.get(0), damaged, lines.get(2), "");
      Files.writeString(file, text);
      assertThatThrownBy(log::read)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("metrics.jsonl line 2");
      assertThatThrownBy(() -> log.truncateAfter(1)).isInstanceOf(InputException.class);
      assertThat(file).hasContent(text);
    }
  }

  @Test
  void epochsMustAscend() throws IOException {
    log.append(Records.epoch(3));
    assertThatThrownBy(log::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 4: expected an epoch after 3, found epoch 3");
  }

  @Test
  void withoutAFileThereIsNothingToTruncateAndNothingToRead(@TempDir Path empty)
      throws IOException {
    MetricsLog none = new MetricsLog(empty.resolve("metrics.jsonl"));
    none.truncateAfter(0);
    assertThatThrownBy(() -> none.truncateAfter(5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the lines of epochs 1 to 5, found 0");
    assertThat(empty).isEmptyDirectory();
    assertThatThrownBy(none::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found no file");
  }
}
