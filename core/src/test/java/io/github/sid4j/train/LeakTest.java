package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.LiveTensors;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.Networks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many trainings in one process. */
class LeakTest {
  private static TrainingBuilder small(int seed, int modules) {
    return Training.builder()
        .data(SmallRuns.blobs())
        .network(Networks.mlp(32, 16))
        .method(Sid.modules(modules))
        .epochs(2)
        .batchSize(16)
        .seed(seed)
        .precision(Precision.FP32)
        .threads(1);
  }

  private static void trainAndClassify(int seed) throws IOException {
    try (Trained trained = small(seed, 3).fit()) {
      trained.classifier().classify(1, 2);
    }
  }

  /**
   * Each training is checked alone, and only for growth: objects that earlier tests of the same
   * process left to the garbage collector may be freed at any time.
   */
  @Test
  void fiftyTrainingsLeaveNothingBehind() throws IOException {
    for (int i = 0; i < 5; i++) {
      trainAndClassify(i);
    }
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    for (int i = 0; i < 50; i++) {
      long tensors = LiveTensors.count();
      trainAndClassify(i);
      assertThat(LiveTensors.count()).isLessThanOrEqualTo(tensors);
    }
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .isLessThanOrEqualTo(threads + 2);
  }

  @Test
  void twoAtOnceHaveTheBitsOfEachAlone()
      throws IOException, ExecutionException, InterruptedException {
    List<double[]> first = weights(1, 2);
    List<double[]> second = weights(2, 4);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 3; round++) {
        Callable<List<double[]>> one = () -> weights(1, 2);
        Callable<List<double[]>> other = () -> weights(2, 4);
        List<Future<List<double[]>>> both = threads.invokeAll(List.of(one, other));
        assertThat(both.get(0).get()).containsExactlyElementsOf(first);
        assertThat(both.get(1).get()).containsExactlyElementsOf(second);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<double[]> weights(int seed, int modules) throws IOException {
    try (Trained trained = small(seed, modules).fit()) {
      return trained.cascade().state().tensors().stream().map(t -> t.toDoubles()).toList();
    }
  }
}
