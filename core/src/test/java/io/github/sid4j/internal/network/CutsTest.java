package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.network.Cuts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {
  @Property(tries = 1000)
  void noOtherCutHasALowerPeakOrWithThatPeakMoreEvenParts(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 12) Integer> whole,
      @ForAll @IntRange(min = 1, max = 9) int wanted) {
    double[] costs = whole.stream().mapToDouble(cost -> cost).toArray();
    int parts = Math.min(wanted, costs.length);
    List<Integer> found = Cuts.balanced(costs, parts);
    assertThat(found).hasSize(parts - 1).isSorted().doesNotHaveDuplicates();
    double peak = peak(costs, found);
    double squares = squares(costs, found);
    for (List<Integer> other : all(1, costs.length, parts - 1)) {
      assertThat(peak(costs, other)).as("%s", other).isGreaterThanOrEqualTo(peak);
      if (peak(costs, other) == peak) {
        assertThat(squares(costs, other)).as("%s", other).isGreaterThanOrEqualTo(squares);
      }
    }
  }

  @Test
  void blocksOfOneCostAreDealtOutEvenly() {
    double[] twelve = new double[12];
    Arrays.fill(twelve, 0.1);
    assertThat(Cuts.balanced(twelve, 4)).containsExactly(3, 6, 9);
    assertThat(Cuts.balanced(twelve, 1)).isEmpty();
    assertThat(Cuts.balanced(twelve, 12)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aNumberOfPartsThatCannotBeIsRefused(int parts) {
    assertThatThrownBy(() -> Cuts.balanced(new double[3], parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 3 blocks expected 1 to 3 parts, found " + parts);
  }

  /** All increasing rows of a length, of numbers from one to below another. */
  private static List<List<Integer>> all(int from, int end, int length) {
    if (length == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int first = from; first < end; first++) {
      for (List<Integer> rest : all(first + 1, end, length - 1)) {
        List<Integer> row = new ArrayList<>(List.of(first));
        row.addAll(rest);
        rows.add(row);
      }
    }
    return rows;
  }

  private static double peak(double[] costs, List<Integer> cuts) {
    return Arrays.stream(parts(costs, cuts)).max().orElseThrow();
  }

  private static double squares(double[] costs, List<Integer> cuts) {
    return Arrays.stream(parts(costs, cuts)).map(part -> part * part).sum();
  }

  private static double[] parts(double[] costs, List<Integer> cuts) {
    double[] parts = new double[cuts.size() + 1];
    int part = 0;
    for (int i = 0; i < costs.length; i++) {
      if (part < cuts.size() && cuts.get(part) == i) {
        part++;
      }
      parts[part] += costs[i];
    }
    return parts;
  }
}
