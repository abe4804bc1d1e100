package io.github.sid4j.jmh;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.CropFlip;
import io.github.sid4j.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The augmentation of one image of CIFAR's shape. */
public class CropFlipBenchmark extends Microbenchmark {
  private final CropFlip cropFlip = new CropFlip(4);
  private final float[] values = new float[SyntheticImages.VALUES];
  private float[] padding;
  private int sample;

  /** Reads an image. */
  @Setup
  public void prepare() {
    Examples examples = SyntheticImages.examples(1);
    examples.read(0, values, 0);
    padding = examples.padding();
  }

  /**
   * Crops and perhaps mirrors, at another place each time.
   *
   * @return used up by the harness
   */
  @Benchmark
  public float[] image() {
    cropFlip.apply(values, 0, SyntheticImages.SHAPE, padding, Rng.of(1, sample++));
    return values;
  }
}
