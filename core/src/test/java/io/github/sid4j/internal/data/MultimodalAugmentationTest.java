package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.internal.data.table.NumericEncoder;
import io.github.sid4j.internal.data.table.Standardiser;
import io.github.sid4j.random.Rng;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MultimodalAugmentationTest {
  private static final MultimodalEncoding.Input IMAGE =
      new MultimodalEncoding.Input(
          "photo", new ImageEncoding(2, 2, 255, List.of(0.5), List.of(0.25), null));

  private static final MultimodalEncoding THREE =
      new MultimodalEncoding("label", TableFormat.EARLIER, List.of(table(), IMAGE, IMAGE));

  private static MultimodalEncoding.Input table() {
    TableEncoding.Column column =
        new TableEncoding.Column("size", new NumericEncoder(new Standardiser(0, 1), false));
    return new MultimodalEncoding.Input(
        MultimodalEncoding.TABLE, new TableEncoding("label", List.of(column), null));
  }

  private static float[] sample(List<Boolean> present) {
    float[] values = new float[THREE.shape()[0]];
    int[] offsets = THREE.offsets();
    for (int f = 0; f < offsets.length; f++) {
      int width = THREE.inputs().get(f).width();
      for (int i = 0; present.get(f) && i <= width; i++) {
        values[offsets[f] + i] = i == 0 ? 1 : 7;
      }
    }
    return values;
  }

  private static long present(float[] values) {
    return IntStream.of(THREE.offsets()).filter(offset -> values[offset] == 1).count();
  }

  @Property(tries = 200)
  void oneOfThoseThatAreThereStaysAndNoneIsAdded(
      @ForAll @Size(3) List<Boolean> there,
      @ForAll @DoubleRange(min = 0, max = 0.9) double dropout,
      @ForAll @IntRange(max = 1000) int seed) {
    float[] before = sample(there);
    float[] values = before.clone();
    Augmentation augmentation =
        new MultimodalAugmentation(THREE, images -> Augmentation.NONE, dropout);
    augmentation.apply(values, 0, THREE.shape(), new float[0], Rng.of(seed));
    assertThat(present(values)).isBetween(Math.min(1, present(before)), present(before));
    int[] offsets = THREE.offsets();
    for (int f = 0; f < offsets.length; f++) {
      boolean left = values[offsets[f]] == 1;
      assertThat(left).isIn(false, there.get(f));
      for (int i = 1; i <= THREE.inputs().get(f).width(); i++) {
        assertThat(values[offsets[f] + i]).isEqualTo(left ? 7 : 0);
      }
    }
    float[] again = before.clone();
    augmentation.apply(again, 0, THREE.shape(), new float[0], Rng.of(seed));
    assertThat(again).isEqualTo(values);
  }

  @Property(tries = 5)
  void eachIsLeftOutAsOftenAsSaid(@ForAll @IntRange(max = 100) int seed) {
    Augmentation augmentation = new MultimodalAugmentation(THREE, images -> Augmentation.NONE, 0.2);
    int samples = 2000;
    long left = 0;
    for (int i = 0; i < samples; i++) {
      float[] values = sample(List.of(true, true, true));
      augmentation.apply(values, 0, THREE.shape(), new float[0], Rng.of(seed, i));
      left += present(values);
    }
    // Of three, 0.6 are left out on average; of the 0.008 that would lose all, one stays.
    assertThat(left / (double) samples).isBetween(2.408 - 0.08, 2.408 + 0.08);
  }

  @Property(tries = 20)
  void onlyImagesThatAreThereAreChanged(@ForAll @Size(3) List<Boolean> there) {
    float[] values = sample(there);
    Augmentation twice =
        (numbers, offset, shape, padding, rng) -> {
          assertThat(shape).containsExactly(1, 2, 2);
          assertThat(padding).containsExactly(-2);
          for (int i = 0; i < 4; i++) {
            numbers[offset + i] *= 2;
          }
        };
    new MultimodalAugmentation(THREE, images -> twice, 0)
        .apply(values, 0, THREE.shape(), new float[0], Rng.of(1));
    int[] offsets = THREE.offsets();
    assertThat(values[offsets[0] + 1]).isEqualTo(there.get(0) ? 7 : 0);
    for (int f = 1; f < 3; f++) {
      for (int i = 1; i <= 4; i++) {
        assertThat(values[offsets[f] + i]).isEqualTo(there.get(f) ? 14 : 0);
      }
    }
  }
}
