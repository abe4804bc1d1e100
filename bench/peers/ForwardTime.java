import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Times the forward passes of a network for photos alone, for forward_time.py. */
public final class ForwardTime {
  private static final int BATCH = 32;

  private ForwardTime() {}

  /**
   * Runs the program.
   *
   * @param args the network, the side of the images, how many images, and threads
   */
  public static void main(String[] args) {
    int size = Integer.parseInt(args[1]);
    int images = Integer.parseInt(args[2]);
    Engine.useThreads(Integer.parseInt(args[3]));
    Settings whole =
        Settings.parse(Map.of("network", args[0], "topology", "whole", "method", "backprop"));
    int[] shape = {3, size, size};
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      Cascade cascade = Cascades.create(whole, shape, 2, new Initializer(1, DType.FLOAT32));
      Tensor batch = images(size);
      pass(cascade, batch);
      long begun = System.nanoTime();
      double cpu = cpuSeconds();
      for (int done = 0; done < images; done += BATCH) {
        pass(cascade, batch);
      }
      double passes = Math.ceil((double) images / BATCH) * BATCH;
      System.out.printf(
          Locale.ROOT,
          "sid4j %s %d px: %.2f ms an image, %.2f ms of processor time%n",
          args[0],
          size,
          (System.nanoTime() - begun) / 1e6 / passes,
          (cpuSeconds() - cpu) * 1e3 / passes);
    }
  }

  private static void pass(Cascade cascade, Tensor batch) {
    try (Scope scope = Scope.open()) {
      cascade.extractor().forward(batch).toFloats();
    }
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static Tensor images(int size) {
    Random random = new Random(1);
    float[] values = new float[BATCH * 3 * size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(values, BATCH, 3, size, size);
  }
}
