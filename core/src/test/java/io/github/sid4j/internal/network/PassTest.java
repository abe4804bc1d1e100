package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PassTest {
  @Test
  void withoutAPassAForwardIsInferenceAndAlsoBehindOne() {
    assertInference();
    try (Pass training = Pass.training(1, 2)) {
      assertThat(Pass.current().isTraining()).isTrue();
      assertThat(Pass.current().learnsStatistics()).isTrue();
    }
    assertInference();
  }

  @Test
  void teachingDrawsAsTheOpenPassDoesAndLearnsNoStatistics() {
    try (Pass training = Pass.training(1, 2)) {
      long drawn = Pass.current().random(3).nextLong();
      try (Pass teaching = Pass.teaching()) {
        assertThat(Pass.current().isTraining()).isTrue();
        assertThat(Pass.current().learnsStatistics()).isFalse();
        assertThat(Pass.current().random(3).nextLong()).isEqualTo(drawn);
      }
      assertThat(Pass.current().learnsStatistics()).isTrue();
    }
    try (Pass teaching = Pass.teaching()) {
      assertInference();
    }
  }

  @Test
  void whatIsDrawnDependsOnSeedStepAndLayer() {
    assertThat(drawn(1, 2, 3)).isEqualTo(drawn(1, 2, 3));
    assertThat(drawn(1, 2, 3))
        .isNotEqualTo(drawn(0, 2, 3))
        .isNotEqualTo(drawn(1, 0, 3))
        .isNotEqualTo(drawn(1, 2, 0));
  }

  @Test
  void everyPartOfABatchDrawsNumbersOfItsOwn() {
    List<Long> drawn = new ArrayList<>();
    try (Pass training = Pass.training(1, 2)) {
      drawn.add(training.random(3).nextLong());
      for (int i = 0; i < 3; i++) {
        try (Pass part = training.part(i, 3);
            Pass teaching = Pass.teaching()) {
          drawn.add(teaching.random(3).nextLong());
          assertThat(part.random(3).nextLong()).isEqualTo(teaching.random(3).nextLong());
          assertThat(part.learnsStatistics()).isTrue();
        }
        try (Pass part = training.part(i, 3);
            Pass inner = Pass.current().part(1, 2)) {
          drawn.add(inner.random(3).nextLong());
        }
      }
    }
    assertThat(drawn).doesNotHaveDuplicates();
  }

  @Test
  void theOnlyPartOfABatchDrawsWhatTheBatchDoes() {
    try (Pass training = Pass.training(1, 2);
        Pass part = training.part(0, 1)) {
      assertThat(part.random(3).nextLong()).isEqualTo(drawn(1, 2, 3));
    }
  }

  @Test
  void aPassIsOfItsThreadUnlessItIsReopenedOnAnother() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (Pass training = Pass.training(1, 2)) {
      assertThat(worker.submit(() -> Pass.current().isTraining()).get()).isFalse();
      Pass here = Pass.current();
      long there =
          worker
              .submit(
                  () -> {
                    try (Pass same = here.reopen()) {
                      return Pass.current().random(3).nextLong();
                    }
                  })
              .get();
      assertThat(there).isEqualTo(drawn(1, 2, 3));
      assertThat(worker.submit(() -> Pass.current().isTraining()).get()).isFalse();
    } finally {
      worker.shutdown();
    }
  }

  private static long drawn(long seed, long step, long layer) {
    try (Pass pass = Pass.training(seed, step)) {
      return pass.random(layer).nextLong();
    }
  }

  private static void assertInference() {
    assertThat(Pass.current().isTraining()).isFalse();
    assertThat(Pass.current().learnsStatistics()).isFalse();
  }
}
