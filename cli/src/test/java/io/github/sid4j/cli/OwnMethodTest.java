package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.MethodProvider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method that only a jar on the class path knows. */
class OwnMethodTest {
  @TempDir private Path temp;
  private Path jar;

  @BeforeEach
  void provide() throws IOException {
    jar = temp.resolve("own");
    provide(jar, SquaredErrorSpec.class.getName());
  }

  private static void provide(Path folder, String provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(MethodProvider.class.getName()), provider + "\n");
  }

  private List<SidProcess.Ended> sid(String[]... lines) throws IOException, InterruptedException {
    return SidSession.runWith(jar, lines);
  }

  private static String[] line(String... words) {
    return words;
  }

  @Test
  void isTrainedResumedEvaluatedAndAsked() throws IOException, InterruptedException {
    String run = temp.resolve("run").toString();
    Path picture = temp.resolve("digit.png");
    BufferedImage black = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(black, "png", picture.toFile());
    List<SidProcess.Ended> ended =
        sid(
            line("train", "--method=own", "--own-weight=2", "--epochs=1", "--out", run),
            line("train", "--resume", "--epochs=2", "--out", run),
            line("evaluate", run),
            line("predict", run, picture.toString()));
    assertThat(ended)
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.code()).as("%s", each.err()).isZero());
    assertThat(Files.readAllLines(Path.of(run, "metrics.jsonl"))).hasSize(2);
    assertThat(Files.readAllLines(Path.of(run, "settings.yaml"))).contains("own-weight: 2");
    assertThat(String.join("\n", ended.get(2).out()))
        .contains("method own trains only the last module to answer");
  }

  @Test
  void helpAndRulesKnowIt() throws IOException, InterruptedException {
    List<SidProcess.Ended> ended =
        sid(line("train", "--help-all"), line("train", "--method", "own", "--modules", "1"));
    assertThat(String.join(" ", ended.get(0).out()).replaceAll("\\s+", " "))
        .contains("noprop-simplified, own.", "--own-weight=NUMBER");
    SidProcess.Ended refused = ended.get(1);
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err())
        .containsExactly(
            "sid: --modules: expected at least 2 with method own, found 1; choose more");
  }

  @Test
  void aProviderThatIsMissingEndsEveryCommandInOneLine() throws IOException, InterruptedException {
    provide(jar, "x.Gone");
    List<SidProcess.Ended> all = sid(line("train"), line("--help"));
    assertThat(all).hasSize(2);
    for (SidProcess.Ended ended : all) {
      assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(ended.err())
          .singleElement()
          .asString()
          .contains("x.Gone not found; mend the provider or remove its jar from the class path");
    }
  }
}
