package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  @TempDir private static Path temp;

  private static Trained digits;
  private static Path pictures;
  private static Path flowers;

  private final Captured captured = new Captured(false, false);

  @BeforeAll
  static void train() throws IOException {
    digits = trained("digits", Map.of("dataset", "digits", "epochs", "2"));
    pictures = Files.createDirectories(temp.resolve("pictures/below"));
    for (int i = 0; i < 3; i++) {
      Files.write(pictures.resolve(i + ".png"), digits.data().test().png(i).orElseThrow());
    }
    StringBuilder rows = new StringBuilder("length,kind,colour\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 2 == 0 ? "1." + i % 7 + ",small,red\n" : "8." + i % 7 + ",large,blue\n");
    }
    Path table = Files.writeString(temp.resolve("flowers.csv"), rows);
    flowers =
        trained(
                "flowers",
                Map.of(
                    "dataset", "csv",
                    "data", table.toString(),
                    "label-column", "kind",
                    "batch", "8",
                    "epochs", "10"))
            .folder()
            .orElseThrow();
  }

  private static Trained trained(String name, Map<String, String> settings) throws IOException {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "modules", "2",
                "features", "24",
                "hidden", "48",
                "module-hidden", "24",
                "lr", "0.01",
                "threads", "1",
                "precision", "fp32"));
    all.putAll(settings);
    all.put("out", temp.resolve(name).toString());
    return Training.of(Settings.parse(all)).run();
  }

  private int run(String... words) {
    List<String> args = new ArrayList<>(List.of("predict"));
    args.addAll(List.of(words));
    return Main.run(
        args.toArray(String[]::new), captured.terminal(), (s, l, stop) -> null, RunEvaluation::of);
  }

  private List<JsonNode> json() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : captured.out().lines().toList()) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    return lines;
  }

  @Test
  void aFolderOfImagesIsClassifiedInTheOrderOfNames() throws IOException {
    int code =
        run(
            digits.folder().orElseThrow().toString(),
            pictures.getParent().toString(),
            "--json",
            "--weights",
            "last");
    assertThat(code).isZero();
    int[] expected = digits.predict(digits.data().test());
    List<JsonNode> lines = json();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(lines.get(i).get("source").asText()).endsWith(i + ".png");
      assertThat(lines.get(i).get("top").get(0).get("index").asInt()).isEqualTo(expected[i]);
      assertThat(lines.get(i).get("top")).hasSize(3);
      assertThat(lines.get(i).get("beliefs").isNull()).isTrue();
      assertThat(lines.get(i).get("depth").asInt()).isEqualTo(2);
    }
  }

  @Test
  void hiddenEntriesAndLinksToFoldersAboveAreSkippedAndThatIsSaid() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("hiding/.thumbnails")).getParent();
    Files.copy(pictures.resolve("0.png"), folder.resolve("0.png"));
    Files.copy(pictures.resolve("1.png"), folder.resolve(".thumbnails/1.png"));
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertThat(run(digits.folder().orElseThrow().toString(), folder.toString(), "--json")).isZero();
    assertThat(json()).hasSize(1);
    assertThat(saidOfInputs())
        .containsExactly(
            "sid: %s: skipped 1 hidden or system entry (.thumbnails), 1 link to a folder above it (again)"
                .formatted(folder));
  }

  @Test
  void beliefsOfEveryModuleAreShownOnRequest() throws IOException {
    run(
        digits.folder().orElseThrow().toString(),
        pictures.resolve("0.png").toString(),
        "--json",
        "--beliefs");
    JsonNode beliefs = json().get(0).get("beliefs");
    assertThat(beliefs).hasSize(2);
    for (JsonNode belief : beliefs) {
      assertThat(belief).hasSize(10);
    }
  }

  @Test
  void aFileOfAnswersKeepsTheColumnsOfTheInput() throws IOException {
    Path rows =
        Files.writeString(
            temp.resolve("new.csv"), "note,colour,length\n\"a, \"\"b\"\"\",red,1.2\n,blue,8.1\n");
    Path csv = temp.resolve("answers.csv");
    assertThat(run(flowers.toString(), rows.toString(), "--output", csv.toString())).isZero();
    assertThat(captured.out()).isEmpty();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("note,colour,length,prediction,probability");
    assertThat(lines.get(1)).startsWith("\"a, \"\"b\"\"\",red,1.2,small,0.");
    assertThat(lines.get(2)).startsWith(",blue,8.1,large,0.");
    Path json = temp.resolve("answers.jsonl");
    String digit = pictures.resolve("0.png").toString();
    run(digits.folder().orElseThrow().toString(), digit, "--output", json.toString());
    JsonNode line = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("source", "prediction", "probability");
    assertThat(line.get("source").asText()).isEqualTo(digit);
    // The file that is read must not be lost, nor any other.
    for (Path kept : List.of(rows, csv)) {
      byte[] before = Files.readAllBytes(kept);
      assertThat(run(flowers.toString(), rows.toString(), "--output", kept.toString()))
          .isEqualTo(ExitCode.BAD_INPUT);
      assertThat(captured.err()).contains(kept + ": expected a file that is not there yet");
      assertThat(kept).hasBinaryContent(before);
    }
    assertThat(run(flowers.toString(), rows.toString(), "--output", csv.toString(), "--overwrite"))
        .isZero();
    Path nowhere = temp.resolve("nowhere/answers.csv");
    assertThat(run(flowers.toString(), rows.toString(), "--output", nowhere.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    // Answers are rows, too, but a second time they would stand in one column.
    Path again = temp.resolve("again.csv");
    assertThat(run(flowers.toString(), csv.toString(), "--output", again.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("expected no columns prediction and probability");
    assertThat(run(flowers.toString(), rows.toString(), "--output", "answers.xls"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again).doesNotExist();
  }

  @Test
  void peopleGetATable() {
    run(
        digits.folder().orElseThrow().toString(),
        pictures.resolve("0.png").toString(),
        "--top",
        "2");
    assertThat(captured.out().lines().toList().get(0))
        .matches("input +\\| module \\| class \\| probability \\| next");
    assertThat(captured.out()).contains("0.png |      2 | ").contains(" %");
  }

  @Test
  void whatCannotBeReadIsReportedAndSkippedAndTheExitCodeSaysSo() throws IOException {
    Path broken = Files.writeString(temp.resolve("broken.png"), "no image");
    int code =
        run(
            digits.folder().orElseThrow().toString(),
            temp.resolve("missing.png").toString(),
            broken.toString(),
            pictures.resolve("1.png").toString(),
            "--json");
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err().lines())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("missing.png").contains("found none"))
        .anySatisfy(line -> assertThat(line).contains("broken.png").contains("JPEG or WebP"));
    assertThat(json())
        .extracting(line -> line.get("error").isNull())
        .containsExactly(false, false, true);
  }

  @Test
  void whatIsNoPngOrJpegIsRefusedByItsContentAndTheOthersAreClassified() throws IOException {
    byte[] png = Files.readAllBytes(pictures.resolve("1.png"));
    Path folder = Files.createDirectory(temp.resolve("mixed"));
    byte[] bitmapOfAPhone = new byte[200];
    bitmapOfAPhone[2] = bitmapOfAPhone[3] = 32;
    bitmapOfAPhone[100] = 7;
    Files.write(folder.resolve("a.png"), bitmapOfAPhone);
    Files.write(folder.resolve("b.jpg"), "GIF89a and more".getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("c.png"), Arrays.copyOf(png, png.length - 20));
    Files.write(folder.resolve("d.jpg"), png);
    assertThat(run(digits.folder().orElseThrow().toString(), folder.toString(), "--json"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(saidOfInputs())
        .satisfiesExactly(
            line -> assertThat(line).contains("a.png: expected a PNG, JPEG or WebP image"),
            line -> assertThat(line).contains("b.jpg: ", "a GIF image; save it as PNG"),
            line -> assertThat(line).contains("c.png: expected a whole PNG image"));
    assertThat(json())
        .extracting(line -> line.get("error").isNull())
        .containsExactly(false, false, false, true);
  }

  @Test
  void rowsOfAFileAreClassifiedAndTheClassMayBeMissing() throws IOException {
    Path rows = Files.writeString(temp.resolve("rows.csv"), "colour;length\nred;1.1\nblue;8.2\n");
    assertThat(run(flowers.toString(), rows.toString(), "--json")).isZero();
    assertThat(json())
        .extracting(line -> line.get("top").get(0).get("name").asText())
        .containsExactly("small", "large");
    assertThat(json()).extracting(line -> line.get("line").asInt()).containsExactly(2, 3);
  }

  @Test
  void rowsInAnotherNumberFormatGiveTheSameAnswersAndThatIsSaid() throws IOException {
    Path rows = Files.writeString(temp.resolve("eu.csv"), "colour;length\nred;1,1\nblue;8,2\n");
    assertThat(run(flowers.toString(), rows.toString(), "--json")).isZero();
    assertThat(json())
        .extracting(line -> line.get("top").get(0).get("name").asText())
        .containsExactly("small", "large");
    assertThat(saidOfInputs())
        .containsExactly(
            "sid: "
                + rows
                + ": read with delimiter semicolon and decimal comma; the training file has comma"
                + " and point");
  }

  @Test
  void aCellThatIsNoNumberRefusesTheFileInOneLine() throws IOException {
    Path rows = Files.writeString(temp.resolve("odd.csv"), "colour,length\nred,1.1\nblue,8 cm\n");
    assertThat(run(flowers.toString(), rows.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(json()).hasSize(1);
    assertThat(json().get(0).get("error").asText())
        .startsWith(rows + " line 3 column \"length\": expected a number such as 4.9");
    assertThat(saidOfInputs()).hasSize(1);
    Captured again = new Captured(false, false);
    int code =
        Main.run(
            new String[] {"predict", flowers.toString(), rows.toString(), "--bad-cells", "missing"},
            again.terminal(),
            (s, l, stop) -> null,
            RunEvaluation::of);
    assertThat(code).isZero();
    assertThat(again.err())
        .contains("no numbers, taken as missing: length 1 (first \"8 cm\" in line 3)");
  }

  @Test
  void theStandardInputIsNamedWhereItIsRefused() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream("length,colour\nx,blue\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run(flowers.toString(), "-")).isEqualTo(ExitCode.BAD_INPUT);
    } finally {
      System.setIn(before);
    }
    assertThat(saidOfInputs().get(0))
        .startsWith("sid: standard input line 2 column \"length\": expected");
  }

  @Test
  void theStandardInputIsRead() throws IOException {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream("length,colour\n8.5,blue\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run(flowers.toString(), "-", "--json")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(json().get(0).get("top").get(0).get("name").asText()).isEqualTo("large");
    assertThat(json().get(0).get("source").asText()).isEqualTo("-");
  }

  @Test
  void aRuleEndsEarly() throws IOException {
    run(
        digits.folder().orElseThrow().toString(),
        pictures.resolve("0.png").toString(),
        "--json",
        "--exit",
        "confidence:0");
    assertThat(json().get(0).get("depth").asInt()).isEqualTo(1);
  }

  @Test
  void theFirstLineOnTheStandardErrorSaysWhatHolds() {
    String picture = pictures.resolve("0.png").toString();
    run(digits.folder().orElseThrow().toString(), picture, "--json");
    assertThat(captured.err().lines())
        .containsExactly(
            "sid: computes all modules; probabilities as trained, the model is not calibrated");
    Captured plain = new Captured(false, false);
    Main.run(
        new String[] {
          "predict",
          digits.folder().orElseThrow().toString(),
          picture,
          "--exit",
          "agreement:0.5",
          "--uncalibrated"
        },
        plain.terminal(),
        (s, l, stop) -> null,
        RunEvaluation::of);
    assertThat(plain.err()).contains("stops early by agreement:0.5; probabilities as trained");
  }

  @Test
  void thePrecisionCanBeAnother() throws IOException {
    String picture = pictures.resolve("0.png").toString();
    run(digits.folder().orElseThrow().toString(), picture, "--json", "--precision", "fp32");
    run(digits.folder().orElseThrow().toString(), picture, "--json");
    run(digits.folder().orElseThrow().toString(), picture, "--json", "--precision", "bf16");
    List<JsonNode> lines = json();
    assertThat(lines.get(0)).isEqualTo(lines.get(1)).isNotEqualTo(lines.get(2));
  }

  @Test
  void wrongWordsAreRefusedInOneLine() {
    for (List<String> words :
        List.of(
            List.of("--exit", "sometimes"),
            List.of("--exit", "confidence:2"),
            List.of("--exit", "agreement:x"),
            List.of("--top", "0"),
            List.of("--precision", "fp16"),
            List.of("--decimal", "dot"),
            List.of("--delimiter", "x"),
            List.of("--bad-cells", "ignore"),
            List.of("--weights", "worst"))) {
      Captured fresh = new Captured(false, false);
      List<String> args =
          new ArrayList<>(List.of("predict", digits.folder().orElseThrow().toString(), "a.png"));
      args.addAll(words);
      int code =
          Main.run(
              args.toArray(String[]::new),
              fresh.terminal(),
              (s, l, stop) -> null,
              RunEvaluation::of);
      assertThat(code).as(words.toString()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(fresh.err().lines()).as(words.toString()).hasSize(1);
    }
  }

  /** The standard error without its first line, which says how the model answers. */
  private List<String> saidOfInputs() {
    assertThat(captured.err()).startsWith("sid: computes all modules; ");
    return captured.err().lines().skip(1).toList();
  }

  @Test
  void textsAreArgumentsOrLinesOrRows() throws IOException {
    StringBuilder rows = new StringBuilder("label,text\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 2 == 0 ? "sun,it is so warm " : "rain,it is so wet ").append(i).append('\n');
    }
    Path table = Files.writeString(temp.resolve("weather.csv"), rows);
    String[] learn = {
      "dataset", "text", "data", table.toString(), "embedding", "8", "batch", "8", "epochs", "4"
    };
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < learn.length; i += 2) {
      settings.put(learn[i], learn[i + 1]);
    }
    String run = trained("weather", settings).folder().orElseThrow().toString();
    Path lines = Files.writeString(temp.resolve("lines.txt"), "so wet\n\nso warm\n");
    int code =
        run(run, "is it wet", lines.toString(), table.toString(), "gone.csv", "--json", "--top=1");
    assertThat(code).isEqualTo(2);
    List<JsonNode> found = json();
    assertThat(found).hasSize(1 + 2 + 60 + 1);
    assertThat(found.get(0).get("source").asText()).isEqualTo("is it wet");
    assertThat(found.get(0).get("top").get(0).get("name").asText()).isEqualTo("rain");
    assertThat(found.get(2).get("line").asInt()).isEqualTo(3);
    assertThat(found.get(2).get("top").get(0).get("name").asText()).isEqualTo("sun");
    assertThat(found.get(4).get("top").get(0).get("name").asText()).isEqualTo("rain");
    assertThat(found.get(63).get("error").asText()).contains("gone.csv");
    assertThat(piped("label,text\nsun,it is so wet\n", run)).hasSize(1);
    assertThat(piped("it is so wet\nso warm\n", run)).hasSize(2);
  }

  private List<String> piped(String text, String run) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      Captured fresh = new Captured(false, false);
      String[] words = {"predict", run, "-", "--json"};
      Main.run(words, fresh.terminal(), (s, l, stop) -> null, RunEvaluation::of);
      assertThat(fresh.err()).contains("standard input: read as ");
      return fresh.out().lines().toList();
    } finally {
      System.setIn(before);
    }
  }
}
