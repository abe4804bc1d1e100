package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.Records;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJsonTest {
  private static final String RESULT =
      """
      {
        "method": "sid",
        "dataset": "digits",
        "seed": 42,
        "parameters": 10000000000,
        "epochs": 3,
        "best_epoch": 2,
        "validation_accuracy": {
          "best": 0.9,
          "last": 0.875
        },
        "test_accuracy": {
          "best": null,
          "last": null
        },
        "modules": [
          {
            "index": 1,
            "test_accuracy": 0.5,
            "kl_target": null,
            "kl_previous": 0.25
          }
        ],
        "samples_per_second": 1234.5,
        "peak_rss_bytes": 1073741824,
        "wall_seconds": 6.75,
        "version": "0.1.0",
        "classification": {
          "best": {
            "balanced_accuracy": 0.5,
            "macro_f1": 0.25,
            "log_loss": 0.75,
            "auc": null
          },
          "last": {
            "balanced_accuracy": null,
            "macro_f1": null,
            "log_loss": null,
            "auc": null
          },
          "classes": [
            {
              "name": "a",
              "support": 2,
              "predicted": 0,
              "precision": null,
              "recall": 0.0,
              "f1": 0.0,
              "auc": null
            },
            {
              "name": "b",
              "support": 1,
              "predicted": 3,
              "precision": 0.25,
              "recall": 1.0,
              "f1": 0.5,
              "auc": 0.5
            }
          ],
          "confusion_matrix": [
            [ 0, 2 ],
            [ 0, 1 ]
          ],
          "mistakes": [
            {
              "true_class": "a",
              "predicted_class": "b",
              "count": 2
            }
          ]
        },
        "stopped_after": null
      }
      """;

  @TempDir Path folder;

  @Test
  void theResultHasItsFixedFormWithNullForWhatIsNotFinite() throws IOException {
    Path file = folder.resolve("result.json");
    RunJson.write(file, Records.result());
    assertThat(file).hasContent(RESULT);
  }

  @Test
  void anUnknownFieldIsPassedOver() throws IOException {
    Path file = write(RESULT.replace("\"seed\"", "\"novel\": [{}], \"seed\""));
    RunResult read = RunJson.read(file, RunResult.class);
    assertThat(read.seed()).isEqualTo(42);
    assertThat(read.testAccuracy()).isEqualTo(new Accuracies(null, null));
    assertThat(read.modules().get(0).klTarget()).isNaN();
  }

  @Test
  void whatAnEarlierVersionDidNotMeasureIsNull() throws IOException {
    String older = RESULT.substring(0, RESULT.indexOf(",\n  \"classification\"")) + "\n}\n";
    RunResult read = RunJson.read(write(older), RunResult.class);
    assertThat(read.classification()).isNull();
    assertThat(read.version()).isEqualTo("0.1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"seed\": 42,                | ``              | seed",
        "\"version\": \"0.1.0\"       | \"x\": 1        | version",
        "\"seed\": 42                 | \"seed\": 42.5  | seed",
        "\"seed\": 42                 | \"seed\": null  | seed",
        "\"seed\": 42                 | \"seed\": \"42\"| seed",
        "\"seed\": 42                 | \"seed\": 1, \"seed\": 2 | seed",
        "\"method\": \"sid\"          | \"method\": null| method",
        "\"index\": 1                 | \"index\": {}   | modules[0].index",
        "\"kl_previous\": 0.25        | \"kl_previous\": \"low\" | modules[0].kl_previous",
        "[ 0, 2 ]                     | [ 0 ]           | not of 2 times 2 counts",
        "[ 0, 2 ]                     | [ 0, -2 ]       | not of 2 times 2 counts",
        "[ 0, 2 ]                     | [ 0, null ]     | classification",
        "\"support\": 2               | \"support\": -2 | negative number of samples",
        "\"name\": \"a\"             | \"name\": null  | name",
        "{                            | [               | result.json",
      })
  void whatIsMissingOrOfAnotherTypeIsNamed(String found, String replacement, String named)
      throws IOException {
    assertThat(RESULT).contains(found);
    Path file = write(RESULT.replaceFirst(Pattern.quote(found), replacement));
    assertThatThrownBy(() -> RunJson.read(file, RunResult.class))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(named)
        .hasMessageContaining("expected the JSON of run result")
        .hasMessageNotContaining("\n");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    String whole = RESULT.stripTrailing();
    for (int length = 0; length < whole.length(); length++) {
      Path file = write(whole.substring(0, length));
      assertThatThrownBy(() -> RunJson.read(file, RunResult.class))
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThatThrownBy(() -> RunJson.read(folder.resolve("result.json"), RunResult.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("result.json: expected a file, found none");
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll("epochs") EpochMetrics epoch) throws IOException {
    byte[] json = RunJson.line(epoch).getBytes(StandardCharsets.UTF_8);
    assertThat(RunJson.parse("x", json, EpochMetrics.class)).isEqualTo(epoch);
  }

  @Provide
  Arbitrary<EpochMetrics> epochs() {
    return Records.anyEpoch();
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("result.json"), json);
  }
}
