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

  private SidProcess.Ended sid(String... words) throws IOException, InterruptedException {
    try (SidProcess sid = SidProcess.startWith(jar, words)) {
      return sid.await();
    }
  }

  @Test
  void isTrainedResumedEvaluatedAndAsked() throws IOException, InterruptedException {
    String run = temp.resolve("run").toString();
    SidProcess.Ended trained =
        sid("train", "--method=own", "--own-weight=2", "--epochs=2", "--threads=1", "--out", run);
    assertThat(trained.code()).as("%s", trained.err()).isZero();
    SidProcess.Ended resumed = sid("train", "--resume", "--epochs", "5", "--out", run);
    assertThat(resumed.code()).as("%s", resumed.err()).isZero();
    assertThat(Files.readAllLines(Path.of(run, "metrics.jsonl"))).hasSize(5);
    assertThat(Files.readAllLines(Path.of(run, "settings.yaml"))).contains("own-weight: 2");
    SidProcess.Ended evaluated = sid("evaluate", run);
    assertThat(evaluated.code()).as("%s", evaluated.err()).isZero();
    assertThat(String.join("\n", evaluated.out()))
        .contains("method own trains only the last module to answer");
    Path picture = temp.resolve("digit.png");
    BufferedImage black = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(black, "png", picture.toFile());
    SidProcess.Ended predicted = sid("predict", run, picture.toString());
    assertThat(predicted.code()).as("%s", predicted.err()).isZero();
  }

  @Test
  void helpAndRulesKnowIt() throws IOException, InterruptedException {
    SidProcess.Ended help = sid("train", "--help-all");
    assertThat(String.join(" ", help.out()).replaceAll("\\s+", " "))
        .contains("noprop-simplified, own.", "--own-weight=NUMBER");
    SidProcess.Ended refused = sid("train", "--method", "own", "--modules", "1");
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err())
        .containsExactly("sid: --modules: expected at least 2 with method own, found 1; choose more");
  }

  @Test
  void aProviderThatIsMissingEndsEveryCommandInOneLine() throws IOException, InterruptedException {
    provide(jar, "x.Gone");
    for (List<String> words : List.of(List.of("train"), List.of("--help"))) {
      SidProcess.Ended ended = sid(words.toArray(String[]::new));
      assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(ended.err())
          .singleElement()
          .asString()
          .contains("x.Gone not found; mend the provider or remove its jar from the class path");
    }
  }
}
