package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PhotoAugmentationTest {
  private static final int SIDE = 16;

  @Test
  void sameDrawsGiveSameImagesAndOtherDrawsOtherImages() {
    int more = 1;
    for (Function<InputEncoding, Augmentation> kind : kinds()) {
      Examples train = images();
      Augmentation augmentation = kind.apply(train.encoding().orElseThrow());
      Set<String> seen = new HashSet<>();
      for (long seed = 0; seed < 40; seed++) {
        float[] once = changed(train, augmentation, seed);
        assertThat(changed(train, augmentation, seed)).isEqualTo(once);
        seen.add(List.of(sum(once), once[5]).toString());
      }
      assertThat(seen).hasSizeGreaterThan(more);
      more = 20;
    }
  }

  @Test
  void aMirroredImageHasTheBitsOfItsMirroredPixels() {
    Examples train = images();
    Augmentation flip = PhotoAugmentation.flip(train.encoding().orElseThrow());
    float[] plain = train.values(0);
    float[] mirrored = new float[plain.length];
    for (int i = 0; i < plain.length; i++) {
      mirrored[i] = plain[i / SIDE * SIDE + SIDE - 1 - i % SIDE];
    }
    Set<Boolean> seen = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      float[] changed = changed(train, flip, seed);
      boolean same = Arrays.equals(changed, plain);
      seen.add(same);
      assertThat(changed).isEqualTo(same ? plain : mirrored);
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void aPlainImageStaysPlainUnderCropsAndKeepsItsLevelsWithinTheJitter() {
    byte[] grey = new byte[SIDE * SIDE];
    Arrays.fill(grey, (byte) 100);
    ImageEncoding encoding = new ImageEncoding(SIDE, SIDE, 255, List.of(0.0), List.of(1.0), null);
    Augmentation photo = PhotoAugmentation.photo(encoding);
    for (long seed = 0; seed < 20; seed++) {
      float[] values = new float[grey.length];
      Arrays.fill(values, 100 / 255f);
      photo.apply(values, 0, new int[] {1, SIDE, SIDE}, new float[1], Rng.of(seed));
      assertThat(values).containsOnly(values[0]);
      assertThat(values[0] * 255).isBetween(79.5f, 120.5f);
    }
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertThatThrownBy(() -> PhotoAugmentation.photo(null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("augment: expected none for what is no image");
  }

  private static List<Function<InputEncoding, Augmentation>> kinds() {
    return List.of(PhotoAugmentation::flip, PhotoAugmentation::photo, PhotoAugmentation::trivial);
  }

  private static float[] changed(Examples train, Augmentation augmentation, long seed) {
    float[] values = train.values(0);
    augmentation.apply(values, 0, train.shape(), train.padding(), Rng.of(seed));
    return values;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      assertThat(value).isFinite();
      sum += value;
    }
    return sum;
  }

  private static Examples images() {
    List<byte[]> pixels = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      byte[] image = new byte[3 * SIDE * SIDE];
      for (int p = 0; p < image.length; p++) {
        image[p] = (byte) (p * p * 3 + 17 * i);
      }
      pixels.add(image);
    }
    return Datasets.ofImages(
            "t", TestData.TWO, ByteImages.of(pixels, new int[] {0, 1, 0, 1}, 3, SIDE, SIDE), 0)
        .split(0, 1)
        .train();
  }
}
