package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainedTest {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  @Test
  void everyExampleGetsTheClassThatTheLastModuleBelievesInMost() {
    Engine.useThreads(1);
    Splits data = rowsThatPointAtTheirClass(700);
    // More examples than go through the cascade at once, and a last batch that is not full.
    Examples many = data.train();
    int[] labels = new int[many.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = many.label(i);
    }
    assertThat(labels).hasSizeGreaterThan(512).contains(0, 1, 2);

    Cascade cascade = new Cascade(new Same(), List.of(new Reader(-1), new Reader(1)), 3);
    TrainingComponents components =
        new TrainingComponents(Settings.defaults().with(RunSetting.THREADS, 1));
    RunParts parts = new RunParts(components, cascade, null, null, data);
    BestWeights none = new BestWeights(Map.of());
    Trained trained = new Trained(parts, none, new MemoryJournal(), Optional.empty());

    assertThat(trained.predict(many)).isEqualTo(labels);
  }

  private static Splits rowsThatPointAtTheirClass(int count) {
    float[][] rows = new float[count][CLASSES.size()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i * i % 7 % CLASSES.size();
      rows[i][labels[i]] = 1;
    }
    return Datasets.ofRows("rows", CLASSES, LabelledRows.of(rows, labels), 0.2).split(0, 1);
  }

  /** Hands on what it gets. */
  private record Same() implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      return x;
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }

  /** Believes in the largest of the features, or, with a negative factor, in the smallest. */
  private record Reader(double factor) implements BeliefModule {
    @Override
    public Tensor logits(Tensor before, Tensor features) {
      return features.times(factor);
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }
}
