package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Parcels;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sid predict} of a model of several inputs. */
class PredictMultimodalTest {
  @TempDir private static Path temp;

  private static Path run;

  private final Captured captured = new Captured(false, false);

  @BeforeAll
  static void train() throws IOException {
    Path file = Parcels.write(temp);
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "dataset", "csv",
                "data", file.toString(),
                "embedding", "8",
                "hidden", "8",
                "features", "8",
                "module-hidden", "8",
                "batch", "16",
                "epochs", "2",
                "threads", "1",
                "precision", "fp32"));
    settings.put("out", temp.resolve("run").toString());
    run = Training.of(Settings.parse(settings)).run().folder().orElseThrow();
  }

  private int predict(String... words) {
    List<String> args = new ArrayList<>(List.of("predict", run.toString()));
    args.addAll(List.of(words));
    return Main.run(
        args.toArray(String[]::new), captured.terminal(), (s, l, stop) -> null, RunEvaluation::of);
  }

  @Test
  void aFileMayLackColumnsAndThatIsSaid() throws IOException {
    Path rows = Files.writeString(temp.resolve("notes.csv"), "note\nit is loud\n");
    assertThat(predict(rows.toString(), "--beliefs", "--top", "1")).isEqualTo(ExitCode.SUCCESS);
    assertThat(captured.err())
        .contains("notes.csv: none of the columns of numbers and categories; module 1")
        .contains("notes.csv: no column \"photo\"; module 3, which reads it, is skipped");
    List<String> lines = captured.out().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains("25.0 %")).isNotEmpty();
  }

  @Test
  void aRowWithoutAnyInputHasNoAnswer() throws IOException {
    Path rows = Files.writeString(temp.resolve("gaps.csv"), "note\nit is loud\n\"\"\n");
    assertThat(predict(rows.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("gaps.csv line 3: expected a value for one of the inputs");
    assertThat(captured.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"line\":3")
        .contains("\"top\":null");
  }

  @Test
  void aFileWithoutAnyInputIsRefused() throws IOException {
    Path rows = Files.writeString(temp.resolve("other.csv"), "a,b\n1,2\n");
    assertThat(predict(rows.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .contains(
            "other.csv header: expected at least one of the columns size, colour, note, photo");
    assertThat(captured.out()).isEmpty();
  }

  @Test
  void ofManyImagesThatCannotBeReadAFewAreNamed() throws IOException {
    StringBuilder text = new StringBuilder("photo,size,colour\n");
    for (int i = 0; i < 9; i++) {
      text.append("lost").append(i).append(".png,1.5,red\n");
    }
    Path rows = Files.writeString(temp.resolve("moved.csv"), text);
    assertThat(predict(rows.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .contains("line 2: ")
        .contains("lost2.png: expected an image, found none")
        .doesNotContain("lost3.png")
        .contains("9 images in all cannot be read");
    assertThat(captured.out()).contains("moved.csv:10");
  }

  @Test
  void anImageThatCannotBeReadIsMissingAndNamed() throws IOException {
    Path rows =
        Files.writeString(
            temp.resolve("new.csv"), "photo,size,colour\nphotos/0.png,1.5,red\nlost.png,2,blue\n");
    assertThat(predict(rows.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err())
        .contains("line 3: ")
        .contains("lost.png: expected an image, found none");
    assertThat(captured.out()).contains("new.csv:2").contains("new.csv:3");
  }

  @Test
  void whatWasNotReadIsSaid() throws IOException {
    Path rows =
        Files.writeString(temp.resolve("early.csv"), "photo,size,colour\nlost.png,1.5,red\n");
    assertThat(predict(rows.toString(), "--exit", "confidence:0.1")).isEqualTo(ExitCode.SUCCESS);
    assertThat(captured.err())
        .contains("1 image was not read: modules before theirs were sure")
        .doesNotContain("lost.png");
  }
}
