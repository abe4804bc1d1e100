package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestPartTest {
  @TempDir private Path temp;

  /** Brings rows of four numbers to images of 1x1 pixels, or of 2x2 with one channel. */
  private record Pixels(int side) implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      return side == 1 ? x.reshape(x.size(0), 4, 1, 1) : x.reshape(x.size(0), 1, 2, 2);
    }

    @Override
    public Parameters parameters() {
      return Parameters.none();
    }
  }

  private static CascadeFactory normalising(int side, Layer last) {
    return (settings, shape, classes, init) -> {
      Layer extractor =
          Sequential.empty()
              .then("pixels", new Pixels(side))
              .then("conv", new Conv2d(side == 1 ? 4 : 1, 5, 1, init))
              .then("bn", new BatchNorm2d(5, init))
              .then("pool", Operation.GLOBAL_AVERAGE)
              .then("last", last);
      List<BeliefModule> modules = List.of(new MlpModule(classes, 5, 6, init));
      return new Cascade(extractor, modules, classes);
    };
  }

  private static final Layer NOTHING =
      new Layer() {
        @Override
        public Tensor forward(Tensor x) {
          return x;
        }

        @Override
        public Parameters parameters() {
          return Parameters.none();
        }
      };

  private static Dataset rows(int count) {
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = new float[] {i, i % 2, -i, 1};
      labels[i] = i % 2;
    }
    LabelledRows all = LabelledRows.of(rows, labels);
    return Datasets.ofRows("rows", List.of("a", "b"), all, all);
  }

  private Training training(int samples, CascadeFactory network, String... given) {
    Map<String, String> texts = new HashMap<>();
    texts.put("epochs", "1");
    texts.put("validation", "0");
    texts.put("modules", "1");
    texts.put("threads", "1");
    texts.put("precision", "fp32");
    texts.put("out", temp.resolve("run").toString());
    for (int i = 0; i < given.length; i += 2) {
      texts.put(given[i], given[i + 1]);
    }
    return Training.of(Settings.parse(texts)).dataset(rows(samples)).cascade(network);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6|batch=1|batch: expected at least 2 samples for batch norm on features of 1x1 pixels,"
            + " found 1; raise batch to at least 2",
        "6|batch=4 accumulate=4|accumulate: expected parts of at least 2 samples for batch norm on"
            + " features of 1x1 pixels, found parts of 1 (4 samples in 4 parts);"
            + " lower accumulate to at most 2 or raise batch",
        "6|batch=5 threads=3 execution=data-parallel|threads: expected shares of at least 2 samples"
            + " for batch norm on features of 1x1 pixels, found a share of 1 (5 samples on 3"
            + " threads by execution data-parallel); lower threads to at most 2 or raise batch",
        "6|batch=4 accumulate=2 threads=2 execution=data-parallel|threads: expected shares of",
        "1|batch=4|the training part: expected at least 2 samples for batch norm on features of 1x1"
            + " pixels, found 1; add samples",
        "2|batch=8 accumulate=2|accumulate: expected parts of",
      })
  void aPartOfOneSampleIsRefusedBeforeAFolderIsMade(int samples, String given, String line) {
    String[] settings = given.replace('=', ' ').split(" ", -1);
    assertThatThrownBy(() -> training(samples, normalising(1, NOTHING), settings).run())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(line);
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"1,batch=2", "1,batch=8", "2,batch=1", "1,batch=4 threads=2 execution=data-parallel"})
  void moreThanOneNumberForEachChannelIsEnough(int side, String given) throws IOException {
    String[] settings = given.replace('=', ' ').split(" ", -1);
    assertThat(training(6, normalising(side, NOTHING), settings).run().result()).isPresent();
  }

  @Test
  void aNetworkOfOnesOwnThatMeetsItLaterEndsInOneLine() {
    CascadeFactory network =
        (settings, shape, classes, init) -> {
          BatchNorm2d norm = new BatchNorm2d(4, init);
          Layer extractor =
              new Layer() {
                @Override
                public Tensor forward(Tensor x) {
                  Tensor first = x.narrowFirst(0, 1).reshape(1, 4, 1, 1);
                  if (Pass.current().isTraining()) {
                    norm.forward(first);
                  }
                  return x;
                }

                @Override
                public Parameters parameters() {
                  return norm.parameters();
                }
              };
          List<BeliefModule> modules = List.of(new MlpModule(classes, 4, 6, init));
          return new Cascade(extractor, modules, classes);
        };
    assertThatThrownBy(() -> training(6, network, "batch", "3").run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "batch norm: expected more than one number for each channel, found one, from 3 samples;"
                + " keep the samples apart in the network, or leave batch norm out there");
  }
}
