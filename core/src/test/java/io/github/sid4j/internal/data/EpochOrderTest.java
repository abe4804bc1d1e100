package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EpochOrderTest {
  private static int[] blocks(List<Integer> sizes) {
    return IntStream.range(0, sizes.size())
        .flatMap(block -> IntStream.generate(() -> block * 3).limit(sizes.get(block)))
        .toArray();
  }

  @Property(tries = 200)
  void everySampleComesOnceAndWindowsKeepToWholeBlocksInARow(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 30) int window,
      @ForAll @IntRange(max = 3) int epoch) {
    int[] blocks = blocks(sizes);
    int[] order = EpochOrder.windowed(new Locality(blocks, window), 7, epoch);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(0, blocks.length).toArray());
    assertThat(EpochOrder.windowed(new Locality(blocks, window), 7, epoch)).isEqualTo(order);
    // Of the blocks in a window all but the first and the last are whole.
    for (int at = 0; at < order.length; at += window) {
      int from = at;
      int end = Math.min(order.length, at + window);
      long cut =
          IntStream.range(from, end)
              .map(i -> blocks[order[i]])
              .distinct()
              .filter(
                  block ->
                      IntStream.range(from, end).filter(i -> blocks[order[i]] == block).count()
                          < sizes.get(block / 3))
              .count();
      assertThat(cut).isLessThanOrEqualTo(2);
    }
  }

  @Property(tries = 20)
  void epochsAndSeedsDiffer(@ForAll @IntRange(min = 5, max = 40) int window) {
    Locality locality = new Locality(blocks(List.of(20, 20, 20)), window);
    assertThat(EpochOrder.windowed(locality, 7, 0))
        .isNotEqualTo(EpochOrder.windowed(locality, 7, 1))
        .isNotEqualTo(EpochOrder.windowed(locality, 8, 0));
  }
}
