package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.NoiseCounts;
import io.github.sid4j.internal.objective.StoredBeliefs;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalBeliefsTest {
  private final TemporalBeliefs beliefs = new TemporalBeliefs(4, 2, 0.5);

  @AfterEach
  void free() {
    beliefs.close();
  }

  /** What is read of two samples; the batch is under way then. */
  private static StoredBeliefs read(TemporalBeliefs from, double share, int... samples) {
    int size = samples.length;
    Target target = Target.of(new int[size], 2, 0, DType.FLOAT32);
    Batch batch =
        new Batch(new float[size], new int[size], new int[size], samples, size, new int[] {1});
    return from.into(target, batch, share).stored().orElseThrow();
  }

  private static StepReport report(float... rows) {
    Measure last = new Measure(0, 0, 0, 0, 0, 0, 0, NoiseCounts.NONE, BeliefRows.of(rows));
    return new StepReport(0, rows.length / 2, List.of(last));
  }

  @Test
  void aVisitIsStoredAndLaterOnesAreAveragedIn() {
    try (Scope scope = Scope.open()) {
      StoredBeliefs first = read(beliefs, 0.25, 3, 1);
      assertThat(first.probabilities().toFloats()).containsOnly(0);
      assertThat(first.shares().toFloats()).containsOnly(0);
      beliefs.learn(report(0.75f, 0.25f, 0.5f, 0.5f));

      StoredBeliefs second = read(beliefs, 0.5, 1, 0);
      assertThat(second.probabilities().toFloats()).containsExactly(0.5f, 0.5f, 0, 0);
      assertThat(second.shares().toFloats()).containsExactly(0.5f, 0);
      beliefs.learn(report(1, 0, 0.25f, 0.75f));

      assertThat(read(beliefs, 1, 0, 1, 3).probabilities().toFloats())
          .containsExactly(0.25f, 0.75f, 0.75f, 0.25f, 0.75f, 0.25f);
      // What was read stays as it was.
      assertThat(second.probabilities().toFloats()).containsExactly(0.5f, 0.5f, 0, 0);
    }
  }

  @Test
  void reportsBelongToBatchesInTheirOrder() {
    try (Scope scope = Scope.open()) {
      read(beliefs, 1, 2);
      read(beliefs, 1, 0);
      beliefs.learn(report(0.75f, 0.25f));
      beliefs.learn(report(0.5f, 0.5f));
      assertThat(read(beliefs, 1, 0, 2).probabilities().toFloats())
          .containsExactly(0.5f, 0.5f, 0.75f, 0.25f);
    }
  }

  @Test
  void aFileHasAllOfIt(@TempDir Path folder) throws IOException {
    try (Scope scope = Scope.open();
        TemporalBeliefs other = new TemporalBeliefs(4, 2, 0.5)) {
      read(beliefs, 1, 2);
      beliefs.learn(report(0.75f, 0.25f));
      beliefs.write(folder.resolve("beliefs"));
      other.read(folder.resolve("beliefs"));
      assertThat(read(other, 1, 1, 2).probabilities().toFloats())
          .containsExactly(0, 0, 0.75f, 0.25f);
    }
  }

  @Test
  void aMethodThatReportsNoBeliefsIsRefused() {
    try (Scope scope = Scope.open()) {
      read(beliefs, 1, 2);
      StepReport without =
          new StepReport(
              0, 1, List.of(new Measure(0, 0, 0, 0, 0, 0, 0, NoiseCounts.NONE, BeliefRows.NONE)));
      assertThatThrownBy(() -> beliefs.learn(without))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("a step reported 0 numbers of beliefs of 1 samples");
    }
  }
}
