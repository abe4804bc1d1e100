package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.EpochOrder;
import io.github.sid4j.internal.data.Locality;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FetchPlanTest {
  private static final int BLOCK = 7;

  @Property(tries = 200)
  void everyPositionIsFetchedInItsWindowAndEveryBlockIsOpenedOnce(
      @ForAll @IntRange(min = 1, max = 12) int blocks,
      @ForAll @IntRange(min = BLOCK, max = 40) int window,
      @ForAll @IntRange(max = 83) int entered) {
    int[] block = IntStream.range(0, blocks * BLOCK).map(i -> i / BLOCK * BLOCK).toArray();
    int[] order = EpochOrder.windowed(new Locality(block, window), 3, 1);
    int first = Math.min(entered, order.length);
    int[] plan = FetchPlan.of(order, first, window, place -> block[place]);

    int[] sorted = plan.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(first, order.length).toArray());
    int[] windows = Arrays.stream(plan).map(position -> position / window).toArray();
    assertThat(windows).isSorted();
    int[] places = Arrays.stream(plan).map(position -> order[position]).toArray();
    long openings =
        IntStream.range(0, places.length)
            .filter(
                i ->
                    i == 0 || block[places[i]] != block[places[i - 1]] || places[i] < places[i - 1])
            .count();
    // A window of more than a block shares at most one block with the next one.
    assertThat(openings)
        .isEqualTo(Arrays.stream(places).map(place -> block[place]).distinct().count());
  }
}
