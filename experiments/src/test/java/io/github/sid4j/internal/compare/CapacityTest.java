package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Assignment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static Cell cell(String run, String... settings) {
    Spec spec =
        new Spec(
            "try",
            "",
            List.of(),
            Map.of(run, List.of()),
            Map.of(),
            List.of(1L),
            java.util.Optional.empty(),
            false,
            100);
    List<Assignment> given = List.of(settings).stream().map(Assignment::of).toList();
    return new CellMaker(spec, given, List.of()).cell(run, List.of(), List.of(), 1);
  }

  private static RunResult peak(long bytes) {
    Accuracies none = new Accuracies(null, null);
    return new RunResult(
        "sid", "digits", 1, 1, 1, 1, none, none, List.of(), 1, bytes, 1, "test", null, null);
  }

  @Test
  void threadsOfTheCellsAreCounted() {
    Capacity capacity = new Capacity(4, 1000, 100);
    Cell two = cell("a", "threads=2");
    assertThat(capacity.fits(two, List.of(two))).isTrue();
    assertThat(capacity.fits(two, List.of(two, cell("b")))).isFalse();
    Cell pipeline =
        cell("c", "topology=staged", "network=resnet18", "execution=pipeline", "stages=4");
    assertThat(capacity.fits(cell("b"), List.of(pipeline))).isFalse();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> capacity.check(cell("a", "threads=5")))
        .withMessageContaining("expected at most the 4 cores of the comparison, found 5");
  }

  @Test
  void memoryIsThatOfCellsAlikeThenTheLargestThenTheUsual() {
    Capacity capacity = new Capacity(99, 1000, 600);
    Cell a = cell("a");
    Cell b = cell("b");
    assertThat(capacity.fits(a, List.of(b))).isFalse();
    assertThat(capacity.fits(a, List.of())).isTrue();
    capacity.learn(a, peak(200));
    assertThat(capacity.need(b)).isEqualTo(220);
    capacity.learn(b, peak(700));
    assertThat(capacity.need(a)).isEqualTo(220);
    assertThat(capacity.fits(a, List.of(b))).isTrue();
    assertThat(capacity.fits(b, List.of(b))).isFalse();
  }
}
