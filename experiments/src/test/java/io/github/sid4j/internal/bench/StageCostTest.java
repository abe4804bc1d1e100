package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageCostTest {
  @Test
  void stepsOfAllRoundsAreSummedUpByStage() {
    WorkerProtocol.Stages first =
        new WorkerProtocol.Stages(
            List.of(List.of(1.0, 2.0), List.of(3.0, 2.0)),
            List.of(List.of(10.0, 20.0), List.of(30.0, 20.0)),
            List.of(List.of(100.0, 200.0), List.of(300.0, 200.0)));
    WorkerProtocol.Stages second =
        new WorkerProtocol.Stages(
            List.of(List.of(2.0, 5.0)), List.of(List.of(20.0, 50.0)), List.of(List.of(7.0, 500.0)));
    assertThat(StageCost.of(List.of(first, second)))
        .containsExactly(
            new StageCost(
                1,
                Quartiles.of(1, 3, 2),
                Quartiles.of(10, 30, 20),
                Quartiles.of(100, 300, 7),
                Quartiles.of(111, 333, 29)),
            new StageCost(
                2,
                Quartiles.of(2, 2, 5),
                Quartiles.of(20, 20, 50),
                Quartiles.of(200, 200, 500),
                Quartiles.of(222, 222, 555)));
  }
}
