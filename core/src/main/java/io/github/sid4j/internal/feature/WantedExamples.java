package io.github.sid4j.internal.feature;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Examples;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Examples, and changed views of them, whose features are not there yet, each content once. How a
 * view is changed depends on the content and the number of the view alone, so that it is the same
 * in whatever order and part the example stands.
 */
final class WantedExamples implements Examples {
  private static final long CHANGE = 0xFEA7_0002L;

  private final int[] shape;
  private final Augmentation augmentation;
  private final List<Wanted> wanted = new ArrayList<>();
  private final Set<ContentHash> seen = new HashSet<>();

  /** An example of a part; view 0 is unchanged. */
  private record Wanted(Examples part, int index, ContentHash hash, int view) {}

  WantedExamples(int[] shape, Augmentation augmentation) {
    this.shape = shape.clone();
    this.augmentation = augmentation;
  }

  /** Adds what a store does not have of a part. */
  void add(FeatureStore store, Examples part, List<ContentHash> hashes, int view) {
    for (int i = 0; i < hashes.size(); i++) {
      ContentHash hash = hashes.get(i);
      if (!store.has(hash) && seen.add(hash)) {
        wanted.add(new Wanted(part, i, hash, view));
      }
    }
  }

  /** The hashes of some that follow each other. */
  List<ContentHash> hashes(int from, int count) {
    return wanted.subList(from, from + count).stream().map(Wanted::hash).toList();
  }

  @Override
  public int size() {
    return wanted.size();
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int label(int index) {
    return 0;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    Wanted one = wanted.get(index);
    one.part.read(one.index, into, offset);
    if (one.view > 0) {
      Rng rng = Rng.of(one.hash.first(), CHANGE, one.view);
      augmentation.apply(into, offset, shape, one.part.padding(), rng);
    }
  }
}
