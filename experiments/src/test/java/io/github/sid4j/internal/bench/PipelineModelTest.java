package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.internal.bench.PipelineModel.Stage;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PipelineModelTest {
  private static final double EXACT = 1e-12;

  @Test
  void theSlowestStageDecidesAndTheForwardsOfTheOthersFill() {
    PipelineModel model =
        new PipelineModel(List.of(new Stage(2, 5), new Stage(3, 8), new Stage(1, 4)), 0.5);
    assertThat(model.slowest()).isEqualTo(8);
    assertThat(model.inTurn()).isEqualTo(17);
    assertThat(model.betweenBatches()).isEqualTo(8.5);
    assertThat(model.fill()).isEqualTo(2 + 1 + 2 * 0.5);
    assertThat(model.speedUp()).isEqualTo(2);
    assertThat(model.meanOf(10, 3)).isCloseTo((10 * 8.5 + 4) / 10, within(EXACT));
    assertThat(PipelinePrediction.of(model).efficiency()).isCloseTo(2 / 3.0, within(EXACT));
  }

  @Test
  void noMoreIsDoneAtOnceThanThereAreCores() {
    PipelineModel model = new PipelineModel(Collections.nCopies(4, new Stage(1, 3)), 0.25);
    assertThat(model.meanOf(1000, 2)).isEqualTo(4 * 3.25 / 2);
    assertThat(model.meanOf(1000, 1)).isEqualTo(4 * 3.25);
  }

  /** Stage by stage and batch by batch: what a pipeline of equal stages takes by its definition. */
  @Property(tries = 1000)
  void ofEqualStagesItIsTheSumOfTheQueues(
      @ForAll @IntRange(min = 1, max = 12) int stages,
      @ForAll @IntRange(min = 1, max = 40) int batches,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double forward,
      @ForAll @DoubleRange(min = 0, max = 0.1) double handOver) {
    double[] free = new double[stages];
    for (int batch = 0; batch < batches; batch++) {
      double arrived = 0;
      for (int stage = 0; stage < stages; stage++) {
        double begun = Math.max(arrived, free[stage]);
        free[stage] = begun + 1 + handOver;
        arrived = begun + forward + handOver;
      }
    }
    PipelineModel model =
        new PipelineModel(Collections.nCopies(stages, new Stage(forward, 1)), handOver);
    assertThat(model.meanOf(batches, stages)).isCloseTo(free[stages - 1] / batches, within(EXACT));
  }
}
