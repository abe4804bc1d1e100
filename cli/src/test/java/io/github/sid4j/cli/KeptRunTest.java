package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.predict.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run of each form of folders that is kept as it was written: a perceptron that learned two of
 * the digits. Another is added when the form changes, and none is ever written again.
 */
@Tag("slow")
class KeptRunTest {
  private static final Path KEPT = Path.of("src/test/resources/kept/format-1");

  @TempDir private Path temp;
  private Path run;

  @BeforeEach
  void copy() throws IOException {
    run = temp.resolve("runs/kept");
    try (Stream<Path> files = Files.walk(KEPT)) {
      for (Path file : files.toList()) {
        Path to = run.resolve(KEPT.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static List<String> done(String... words) {
    SidProcess.Ended ended = SidHere.run(words);
    assertThat(ended.code()).as("%s", ended.err()).isZero();
    return ended.out();
  }

  private static JsonNode json(List<String> lines) throws IOException {
    return new ObjectMapper().readTree(String.join("\n", lines));
  }

  @Test
  void itIsListedMeasuredReportedAndAsked() throws IOException {
    assertThat(json(done("runs", run.getParent().toString(), "--json")).toString())
        .contains("\"finished\"")
        .doesNotContain("\"damaged\"");
    JsonNode stored = new ObjectMapper().readTree(run.resolve("result.json").toFile());
    // Another processor may round otherwise: no test sample of two digits is that close.
    assertThat(json(done("evaluate", run.toString(), "--json")).get("test_accuracy"))
        .isEqualTo(stored.get("test_accuracy"));
    Path page = temp.resolve("page.html");
    done("report", run.toString(), "--out", page.toString());
    assertThat(page).content().contains("digits");
    try (Classifier classifier = Classifier.open(run)) {
      assertThat(classifier.classify(new float[64]).belief(classifier.depth())).hasSize(2);
    }
  }

  @Test
  void itIsMeasuredInOtherViews() throws IOException {
    assertThat(done("evaluate", run.toString(), "--tta", "none", "--json"))
        .isEqualTo(done("evaluate", run.toString(), "--json"));
    assertThat(json(done("evaluate", run.toString(), "--tta", "mirror", "--json")).get("modules"))
        .isNotEqualTo(json(done("evaluate", run.toString(), "--json")).get("modules"));
    SidProcess.Ended refused = SidHere.run("evaluate", run.toString(), "--tta", "sideways");
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err())
        .singleElement()
        .asString()
        .startsWith("sid: --tta: expected one of none, mirror, mirror-shift, found 'sideways'");
  }

  @Test
  void itIsExtended() throws IOException {
    done("train", "--resume", "--epochs", "4", "--quiet", "--out", run.toString());
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(4);
  }

  @Test
  void oneOfALaterFormIsRefusedByEveryCommandThatReadsIt() throws IOException {
    Path provenance = run.resolve("provenance.json");
    String text = Files.readString(provenance);
    assertThat(text).contains("\"format\": 1,");
    Files.writeString(provenance, text.replace("\"format\": 1,", "\"format\": 99,"));
    String folder = run.toString();
    for (String[] words :
        new String[][] {
          {"evaluate", folder},
          {"predict", folder, "x.csv"},
          {"train", "--resume", "--out", folder},
          {"report", folder, "--out", temp.resolve("page.html").toString()}
        }) {
      SidProcess.Ended ended = SidHere.run(words);
      assertThat(ended.code()).as(words[0]).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(ended.err())
          .singleElement()
          .asString()
          .contains("provenance.json format: expected at most 1, found 99; use the version");
    }
  }
}
