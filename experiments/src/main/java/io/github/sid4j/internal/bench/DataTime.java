package io.github.sid4j.internal.bench;

import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.CropFlip;
import io.github.sid4j.internal.data.EpochPlan;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The time to make a batch ready: images of random bytes standardised, cropped and mirrored as for
 * CIFAR, and copied into native memory. In training a thread makes batches ahead.
 */
final class DataTime {
  private static final int BATCHES = 8;
  private static final int PADDING = 4;

  private DataTime() {}

  /** Mean seconds for one batch. */
  static double seconds(Workload workload) {
    Examples examples = examples(workload);
    pass(examples, workload.batch(), 0);
    return pass(examples, workload.batch(), 1) / BATCHES;
  }

  private static double pass(Examples examples, int batch, int epoch) {
    EpochPlan plan = new EpochPlan(batch, true, new CropFlip(PADDING), 1, epoch, 0);
    long begun = System.nanoTime();
    try (Batches batches = Batches.shuffled(examples, plan)) {
      while (batches.hasNext()) {
        Batch made = batches.next();
        try (Scope copying = Scope.open()) {
          Tensor.of(made.values(), made.values().length);
        }
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static Examples examples(Workload workload) {
    int[] shape = workload.image().stream().mapToInt(Integer::intValue).toArray();
    int count = BATCHES * workload.batch();
    Rng rng = Rng.of(1);
    List<byte[]> pixels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] image = new byte[shape[0] * shape[1] * shape[2]];
      for (int p = 0; p < image.length; p++) {
        image[p] = (byte) rng.nextInt(256);
      }
      pixels.add(image);
    }
    int[] labels = IntStream.range(0, count).map(i -> i % workload.classes()).toArray();
    List<String> names = IntStream.range(0, workload.classes()).mapToObj(String::valueOf).toList();
    ByteImages none = ByteImages.of(List.of(), new int[0], shape);
    return Datasets.ofImages("random", names, ByteImages.of(pixels, labels, shape), none)
        .split(0, 1)
        .train();
  }
}
