package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExamplesTest {
  @TempDir private Path temp;

  private static Examples examples(int... labels) {
    float[][] rows = new float[labels.length][1];
    int classes = IntStream.of(labels).max().orElseThrow() + 1;
    return Datasets.ofRows(
            "rows",
            Collections.nCopies(classes, "c"),
            LabelledRows.of(new float[][] {{0}, {1}}, new int[] {0, 1}),
            LabelledRows.of(rows, labels))
        .split(0, 1)
        .test();
  }

  @Test
  void theFirstOfEachClassComesBeforeTheSecond() {
    assertThat(ExampleSampler.chosen(examples(1, 1, 0, 1, 0))).containsExactly(2, 0, 4, 1, 3);
  }

  @Test
  void thereAreNeverMoreThanTwelve() {
    int[] labels = IntStream.range(0, 100).map(i -> i % 10).toArray();
    assertThat(ExampleSampler.chosen(examples(labels)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void ofManyClassesSomeAreShownEvenlyApart() {
    int[] labels = IntStream.range(0, 200).map(i -> i % 100).toArray();
    assertThat(ExampleSampler.chosen(examples(labels)))
        .containsExactly(0, 8, 16, 25, 33, 41, 50, 58, 66, 75, 83, 91);
  }

  @Test
  void theRunLeavesBeliefsThatStartUniformAndEndInItsPrediction() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, "epochs", "1"));
    ExampleBeliefs read = RunJson.read(new RunPaths(temp).beliefs(), ExampleBeliefs.class);
    Examples test = trained.data().test();
    int[] predicted = trained.predict(test);
    assertThat(read.dataset()).isEqualTo("digits");
    assertThat(read.classNames()).hasSize(10).startsWith("0", "1");
    assertThat(read.examples()).hasSize(12);
    for (ExampleBeliefs.Example example : read.examples()) {
      assertThat(example.label()).isEqualTo(test.label(example.index()));
      assertThat(example.beliefs()).hasSize(4);
      assertThat(example.beliefs().get(0)).containsOnly(0.1);
      for (List<Double> belief : example.beliefs()) {
        assertThat(belief.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-5));
      }
      List<Double> last = example.beliefs().get(3);
      assertThat(last.indexOf(Collections.max(last))).isEqualTo(predicted[example.index()]);
    }
  }

  @Test
  void imagesAreShownAsTheyWereBeforeTheyWerePrepared() throws IOException {
    SmallRuns.train(SmallRuns.digits(temp, "epochs", "1"));
    ExampleBeliefs read = RunJson.read(new RunPaths(temp).beliefs(), ExampleBeliefs.class);
    byte[] png = Base64.getDecoder().decode(read.examples().get(0).png());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(8);
    assertThat(image.getHeight()).isEqualTo(8);
    int[] levels = image.getRaster().getSamples(0, 0, 8, 8, 0, new int[64]);
    // They have seventeen levels, of which the highest is full brightness.
    assertThat(IntStream.of(levels))
        .contains(0)
        .allMatch(level -> level == Math.round(Math.round(level * 16 / 255f) * 255f / 16));
    assertThat(IntStream.of(levels).max().orElseThrow()).isBetween(200, 255);
  }

  @Test
  void rowsHaveNoPicture() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "epochs", "1"));
    ExampleBeliefs read = RunJson.read(new RunPaths(temp).beliefs(), ExampleBeliefs.class);
    assertThat(read.examples()).hasSize(12).allMatch(example -> example.png() == null);
  }

  @Test
  void aRunThatIsNotOverHasNone() throws IOException {
    Training.of(SmallRuns.digits(temp)).stopWhen(() -> true).run();
    assertThat(new RunPaths(temp).beliefs()).doesNotExist();
  }

  @Test
  void withoutATestPartThereIsNoExample() throws IOException {
    Training.of(SmallRuns.rows(temp, "epochs", "1")).dataset(SmallRuns.withoutTest()).run();
    assertThat(RunJson.read(new RunPaths(temp).beliefs(), ExampleBeliefs.class).examples())
        .isEmpty();
  }
}
