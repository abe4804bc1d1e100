package io.github.sid4j.testkit;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import java.util.Random;
import java.util.stream.Stream;

/** What a program brings: rows of three classes around three places, and a network for them. */
public final class Blobs {
  private Blobs() {}

  /** Rows of four numbers, so many of them, of which a share is the test part. */
  public static Dataset rows(int count, double test) {
    float[][] rows = new float[count][];
    int[] labels = new int[count];
    Random random = new Random(4);
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      rows[i] = new float[4];
      for (int j = 0; j < 4; j++) {
        rows[i][j] = (float) (random.nextGaussian() / 2 + (j == labels[i] ? 2 : 0));
      }
    }
    return Datasets.of(rows, labels, test);
  }

  /** A small network with so many modules behind it, whatever settings say. */
  public static CascadeFactory cascade(int modules) {
    return (settings, shape, classes, init) ->
        new Cascade(
            new Mlp(shape[0], 12, 6, init),
            Stream.generate(() -> new MlpModule(classes, 6, 10, init)).limit(modules).toList(),
            classes);
  }

  /** The same, to choose. */
  public static NetworkChoice network(int modules) {
    return Networks.own(cascade(modules));
  }
}
