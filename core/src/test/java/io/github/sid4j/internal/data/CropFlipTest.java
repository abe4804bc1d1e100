package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.random.Rng;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CropFlipTest {
  private static final int[] SHAPE = {2, 2, 2};

  @Property(tries = 1000)
  void everyResultIsACropOfThePaddedImagePerhapsMirrored(@ForAll long seed) {
    float[] image = {9, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    new CropFlip(1).apply(image, 1, SHAPE, new float[] {-1, -2}, Rng.of(seed));
    assertThat(image[0]).isEqualTo(9);
    assertThat(image[9]).isEqualTo(9);
    List<Float> found = IntStream.range(1, 9).mapToObj(i -> image[i]).toList();
    assertThat(crops()).contains(found);
  }

  @Test
  void allCropsComeUp() {
    Set<List<Float>> found = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      float[] image = {1, 2, 3, 4, 5, 6, 7, 8};
      new CropFlip(1).apply(image, 0, SHAPE, new float[] {-1, -2}, Rng.of(seed));
      found.add(IntStream.range(0, 8).mapToObj(i -> image[i]).toList());
    }
    assertThat(found).isEqualTo(crops());
  }

  @Property(tries = 1000)
  void everyPixelComesFromTheDrawnPlaceOrIsBlack(
      @ForAll @IntRange(min = 1, max = 5) int height,
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(max = 8) int pixels,
      @ForAll long seed) {
    float[] padding = {-1, -2};
    float[] image = new float[2 * height * width];
    for (int i = 0; i < image.length; i++) {
      image[i] = i;
    }
    new CropFlip(pixels).apply(image, 0, new int[] {2, height, width}, padding, Rng.of(seed));

    Rng rng = Rng.of(seed);
    int down = rng.nextInt(2 * pixels + 1) - pixels;
    int right = rng.nextInt(2 * pixels + 1) - pixels;
    boolean mirrored = rng.nextDouble() < 0.5;
    for (int i = 0; i < image.length; i++) {
      int x = i % width;
      int fromX = (mirrored ? width - 1 - x : x) + right;
      int fromY = i / width % height + down;
      boolean inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
      int channel = i / (height * width);
      assertThat(image[i])
          .isEqualTo(
              inside ? (channel * height + fromY) * width + (float) fromX : padding[channel]);
    }
  }

  @Test
  void thePaddingIsBlackBeforePreparation() {
    List<byte[]> pixels = List.of(new byte[] {50}, new byte[] {100});
    ByteImages images = ByteImages.of(pixels, new int[] {0, 1}, 1, 1, 1);
    Examples train = Datasets.ofImages("i", TestData.TWO, images, 0).split(0, 1).train();
    Set<Float> values = new HashSet<>();
    for (int epoch = 0; epoch < 20; epoch++) {
      EpochPlan plan = new EpochPlan(2, true, new CropFlip(1), 1, epoch, 0);
      for (float value : BatchMaker.shuffled(train, plan).make(0).values()) {
        values.add(value);
      }
    }
    assertThat(values).containsExactlyInAnyOrder(-3f, -1f, 1f);
  }

  @Test
  void tablesAndNegativePaddingAreRefused() {
    assertThatThrownBy(
            () -> new CropFlip(4).apply(new float[3], 0, new int[] {3}, new float[3], Rng.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found examples of shape [3]; switch it off for this dataset");
    assertThatThrownBy(() -> new CropFlip(-1)).isInstanceOf(InputException.class);
  }

  /** All crops of the image padded by one, made by writing the padded image out. */
  private static Set<List<Float>> crops() {
    float[][][] padded = {
      {{-1, -1, -1, -1}, {-1, 1, 2, -1}, {-1, 3, 4, -1}, {-1, -1, -1, -1}},
      {{-2, -2, -2, -2}, {-2, 5, 6, -2}, {-2, 7, 8, -2}, {-2, -2, -2, -2}}
    };
    Set<List<Float>> crops = new HashSet<>();
    for (int top = 0; top < 3; top++) {
      for (int left = 0; left < 3; left++) {
        crops.add(crop(padded, top, left, left + 1));
        crops.add(crop(padded, top, left + 1, left));
      }
    }
    return crops;
  }

  private static List<Float> crop(float[][][] padded, int top, int first, int second) {
    return IntStream.range(0, 8)
        .mapToObj(i -> padded[i / 4][top + i / 2 % 2][i % 2 == 0 ? first : second])
        .toList();
  }

  @Property(tries = 200)
  void alternatingMirrorsEachImageInEverySecondEpoch(
      @ForAll long seed, @ForAll @IntRange(max = 50) int epoch) {
    List<Float> one = alternated(seed, epoch);
    assertThat(one).isIn(List.of(1f, 2f, 3f), List.of(3f, 2f, 1f));
    assertThat(alternated(seed, epoch + 1)).isNotEqualTo(one);
    assertThat(alternated(seed, epoch + 2)).isEqualTo(one);
  }

  @Test
  void alternatingMirrorsAboutHalfInTheFirstEpoch() {
    long mirrored =
        IntStream.range(0, 400).filter(seed -> alternated(seed, 0).get(0) == 3f).count();
    assertThat(mirrored).isBetween(150L, 250L);
  }

  private static List<Float> alternated(long seed, int epoch) {
    float[] image = {1, 2, 3};
    new CropFlip(0, ImageBorder.BLACK, Mirroring.ALTERNATING)
        .apply(image, 0, new int[] {1, 1, 3}, new float[1], turn(seed, epoch));
    return List.of(image[0], image[1], image[2]);
  }

  private static Augmentation.Turn turn(long seed, int epoch) {
    return new Augmentation.Turn(epoch, Rng.of(seed, epoch, 1), Rng.of(seed, 2));
  }

  @Test
  void aReflectedBorderShowsTheImageWithoutItsOutermostPixels() {
    Set<List<Float>> found = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      float[] image = {1, 2, 3, 1, 2, 3, 1, 2, 3};
      new CropFlip(2, ImageBorder.REFLECTED, Mirroring.ALTERNATING)
          .apply(image, 0, new int[] {1, 3, 3}, new float[] {-1}, turn(seed, 0));
      List<Float> row = List.of(image[0], image[1], image[2]);
      found.add(row.get(0) <= row.get(2) ? row : List.of(row.get(2), row.get(1), row.get(0)));
    }
    // Of 3 2 1 2 3 2 1: three places to look at, and their mirror images.
    assertThat(found)
        .containsExactlyInAnyOrder(List.of(1f, 2f, 3f), List.of(2f, 1f, 2f), List.of(2f, 3f, 2f));
  }
}
