package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.table.Standardiser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HeldOutFoldsTest {
  private static Examples part(int size, int classes, int ofGroup) {
    return new EncodedRows(
        IntStream.range(0, size).mapToObj(i -> new float[] {i}).toList(),
        IntStream.range(0, size).map(i -> i % classes).toArray(),
        new RowEncoding(List.of(new Standardiser(0, 1))),
        i -> new SampleId("day%s/%s.png".formatted(i / ofGroup, i), ""));
  }

  @Property(tries = 50)
  void everyExampleIsHeldOutOnceAndClassesAreEven(
      @ForAll @IntRange(min = 2, max = 7) int folds,
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll @IntRange(min = 40, max = 120) int size) {
    Examples part = part(size, classes, 1);
    List<int[]> dealt = HeldOutFolds.of(part, folds, Optional.empty());
    assertThat(dealt.stream().flatMapToInt(IntStream::of).sorted().toArray())
        .isEqualTo(IntStream.range(0, size).toArray());
    for (int label = 0; label < classes; label++) {
      int of = label;
      int all = (int) IntStream.range(0, size).filter(i -> part.label(i) == of).count();
      for (int[] fold : dealt) {
        int here = (int) IntStream.of(fold).filter(i -> part.label(i) == of).count();
        assertThat(here).isBetween(all / folds - 1, all / folds + 2);
      }
    }
  }

  @Property(tries = 20)
  void whatAGroupHasInCommonKeepsItInOneFold(@ForAll @IntRange(min = 2, max = 5) int folds) {
    List<int[]> dealt = HeldOutFolds.of(part(90, 3, 6), folds, Optional.of("^(day\\d+)/"));
    Map<Integer, Integer> foldOfGroup = new HashMap<>();
    for (int fold = 0; fold < folds; fold++) {
      for (int place : dealt.get(fold)) {
        assertThat(foldOfGroup.merge(place / 6, fold, (first, other) -> first)).isEqualTo(fold);
      }
    }
    assertThat(foldOfGroup).hasSize(15);
  }
}
