package io.github.sid4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.Weights;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ClassifierTest {
  @TempDir private static Path temp;

  private static Path run;
  private static Trained trained;
  private static List<float[]> test;

  @BeforeAll
  static void train() throws IOException {
    run = temp.resolve("run");
    trained = Training.of(settings("false")).run();
    test =
        IntStream.range(0, trained.data().test().size())
            .mapToObj(trained.data().test()::values)
            .toList();
  }

  private static Settings settings(String resume) {
    return SmallRun.staged(run, "resume", resume);
  }

  private static int[] classes(List<Prediction> predictions) {
    return predictions.stream().mapToInt(prediction -> prediction.best().index()).toArray();
  }

  private static Classifier last() throws IOException {
    return Classifier.open(run, ClassifierOptions.defaults().with(Weights.LAST).withThreads(1));
  }

  @Test
  void itSaysWhatTheTrainedCascadeSays() throws IOException {
    try (Classifier classifier = last()) {
      List<Prediction> predictions = classifier.classifyPrepared(test);
      assertThat(classes(predictions)).isEqualTo(trained.predict(trained.data().test()));
      assertThat(predictions).allMatch(prediction -> prediction.depth() == 3);
      assertThat(classifier.description().classNames()).hasSize(10).contains("7");
    }
  }

  @Test
  void aPictureIsClassifiedAsTheExampleItWasMadeOf() throws IOException {
    try (Classifier classifier = last()) {
      for (int i = 0; i < 20; i++) {
        Path file = temp.resolve(i + ".png");
        Files.write(file, trained.data().test().png(i).orElseThrow());
        float[] ofFile = classifier.classify(file).belief(3);
        float[] ofExample = classifier.classifyPrepared(List.of(test.get(i))).get(0).belief(3);
        try (InputStream stream = Files.newInputStream(file)) {
          assertThat(classifier.classify(stream, "a stream").belief(3)).containsExactly(ofFile);
        }
        // A file has 256 levels where the digits have 17.
        assertThat(ofFile)
            .containsExactly(ofExample, org.assertj.core.api.Assertions.within(0.02f));
      }
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    try (Classifier classifier = last()) {
      List<float[]> expected =
          classifier.classifyPrepared(test).stream()
              .map(prediction -> prediction.belief(3))
              .toList();
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<List<Prediction>>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          calls.add(threads.submit(() -> classifier.classifyPrepared(test)));
        }
        for (Future<List<Prediction>> call : calls) {
          List<Prediction> predictions = call.get();
          for (int i = 0; i < expected.size(); i++) {
            assertThat(predictions.get(i).belief(3)).isEqualTo(expected.get(i));
          }
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void theSizeOfBatchesDoesNotMatter() throws IOException {
    ClassifierOptions options = ClassifierOptions.defaults().with(Weights.LAST);
    try (Classifier one = Classifier.open(run, options.withBatch(1));
        Classifier many = Classifier.open(run, options.withBatch(1000))) {
      assertThat(classes(one.classifyPrepared(test)))
          .isEqualTo(classes(many.classifyPrepared(test)));
    }
  }

  @Test
  void topIsInOrderAndHasAtMostAllClasses() throws IOException {
    try (Classifier classifier = last()) {
      Prediction prediction = classifier.classifyPrepared(test.subList(0, 1)).get(0);
      List<Prediction.Ranked> all = prediction.top(99);
      assertThat(all).hasSize(10);
      assertThat(all.get(0)).isEqualTo(prediction.best());
      assertThat(all)
          .isSortedAccordingTo((a, b) -> Float.compare(b.probability(), a.probability()));
    }
  }

  @Test
  void afterClosingNothingIsClassified() throws IOException {
    Classifier classifier = last();
    classifier.close();
    classifier.close();
    assertThatThrownBy(() -> classifier.classifyPrepared(test))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void anExampleOfAnotherLengthIsRefused() throws IOException {
    try (Classifier classifier = last()) {
      assertThatThrownBy(() -> classifier.classifyPrepared(List.of(new float[3])))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("64");
    }
  }

  @Test
  void aFolderWithoutARunIsRefusedInOneLine() {
    assertThatThrownBy(() -> Classifier.open(temp.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("settings.yaml")
        .hasMessageNotContaining("\n");
  }

  @Test
  void resumingAFinishedRunOfAnEarlierVersionAddsTheDescription() throws IOException {
    RunPaths paths = new RunPaths(run);
    byte[] before = Files.readAllBytes(paths.model());
    Files.delete(paths.model());
    try {
      assertThatThrownBy(() -> Classifier.open(run)).hasMessageContaining("resume");
      Training.of(settings("true")).run();
      assertThat(Files.readAllBytes(paths.model())).isEqualTo(before);
    } finally {
      Files.write(paths.model(), before);
    }
  }
}
