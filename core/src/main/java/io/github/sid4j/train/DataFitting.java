package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.network.FitsData;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Parameterized;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the layers of a cascade that take buffers from training data do so before the first step.
 */
final class DataFitting {
  /** So many patches of images decide well; taken evenly, since data may lie in order of class. */
  private static final int MOST = 5000;

  private DataFitting() {}

  /** Fits all of them; the same data gives the same buffers. */
  static void fit(Cascade cascade, Examples train) {
    List<FitsData> layers = new ArrayList<>();
    find(cascade.plain(), layers);
    if (layers.isEmpty()) {
      return;
    }
    int count = Math.min(MOST, train.size());
    int size = train.values(0).length;
    float[] values = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      train.read((int) ((long) i * train.size() / count), values, i * size);
    }
    layers.forEach(layer -> layer.fit(values, count, train.shape()));
  }

  private static void find(Parameterized part, List<FitsData> found) {
    if (part instanceof FitsData layer) {
      found.add(layer);
    } else if (part instanceof Composite composite) {
      composite.parts().values().forEach(inner -> find(inner, found));
    }
  }
}
