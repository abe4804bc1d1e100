package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.LabelledRows;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs that take a moment: three small modules on the digits, or on rows around three points. */
public final class SmallRuns {
  /** Steps in an epoch of {@link #blobs}: 81 rows beside the validation part, 16 in a batch. */
  static final int BLOB_STEPS = 5;

  private SmallRuns() {}

  /**
   * Settings of a small run on the digits.
   *
   * @param out its folder
   * @param others names and values by turns, which win
   */
  public static Settings digits(Path out, String... others) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "modules",
                "3",
                "features",
                "24",
                "hidden",
                "48",
                "module-hidden",
                "24",
                "batch",
                "64",
                "epochs",
                "3",
                "lr",
                "0.01",
                "threads",
                "1",
                "precision",
                "fp32"));
    texts.put("out", out.toString());
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Settings.parse(texts);
  }

  /** The same for {@link #blobs}, of which an epoch has {@link #BLOB_STEPS} steps. */
  public static Settings rows(Path out, String... others) {
    String[] all = new String[others.length + 4];
    all[0] = "batch";
    all[1] = "16";
    all[2] = "validation";
    all[3] = "0.1";
    System.arraycopy(others, 0, all, 4, others.length);
    return digits(out, all);
  }

  public static Dataset blobs() {
    return blobs(0);
  }

  /**
   * Rows around three points in the plane.
   *
   * @param turn added to the labels of the test rows, modulo 3
   */
  public static Dataset blobs(int turn) {
    return Datasets.ofRows("blobs", List.of("a", "b", "c"), around(90, 0), around(30, turn));
  }

  public static Dataset withoutTest() {
    return Datasets.ofRows("blobs", List.of("a", "b", "c"), around(90, 0), 0);
  }

  private static LabelledRows around(int count, int turn) {
    Rng rng = Rng.of(7, count);
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * (i % 3) / 3;
      rows[i] =
          new float[] {
            (float) (Math.cos(angle) + rng.nextDouble()),
            (float) (Math.sin(angle) + rng.nextDouble())
          };
      labels[i] = (i + turn) % 3;
    }
    return LabelledRows.of(rows, labels);
  }

  public static Trained train(Settings settings) throws IOException {
    return Training.of(settings).run();
  }

  public static Trained trainBlobs(Settings settings) throws IOException {
    return Training.of(settings).dataset(blobs()).run();
  }
}
