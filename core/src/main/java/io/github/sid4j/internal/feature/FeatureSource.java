package io.github.sid4j.internal.feature;

import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.Batches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Makes features of photos: those that are kept are read, and the others computed and kept. */
public final class FeatureSource {
  /** So many photos at once keep all cores at work, and what a block makes of them in caches. */
  private static final int BATCH = 32;

  private final FeatureCache cache;
  private final FeatureKey key;
  private final FeatureNetwork network;
  private final FeatureProgress progress;
  private final BooleanSupplier stop;

  /**
   * Prepares to make features.
   *
   * @param cache where they are kept
   * @param key of the network
   * @param network computes them
   * @param progress hears how far it is
   * @param stop asked after every batch
   */
  public FeatureSource(
      FeatureCache cache,
      FeatureKey key,
      FeatureNetwork network,
      FeatureProgress progress,
      BooleanSupplier stop) {
    this.cache = cache;
    this.key = key;
    this.network = network;
    this.progress = progress;
    this.stop = stop;
  }

  /**
   * The parts of the data as the network sees them.
   *
   * @param photos as the network reads them
   * @param views by which each training photo is seen
   * @return empty if it was stopped; what was computed is kept
   * @throws IOException if the folder cannot be read or written
   */
  public Optional<Splits> of(Splits photos, Views views) throws IOException {
    List<List<ContentHash>> train = new ArrayList<>();
    for (int view = 0; view <= views.count(); view++) {
      train.add(hashes(photos.train(), views.name(view)));
    }
    List<ContentHash> validation = hashes(photos.validation(), "");
    List<ContentHash> test = hashes(photos.test(), "");
    return cache.with(
        key,
        store -> {
          WantedExamples wanted = new WantedExamples(photos.train().shape(), views.augmentation());
          for (int view = 0; view <= views.count(); view++) {
            wanted.add(store, photos.train(), train.get(view), view);
          }
          wanted.add(store, photos.validation(), validation, 0);
          wanted.add(store, photos.test(), test, 0);
          if (!compute(store, wanted)) {
            return Optional.empty();
          }
          MappedRows rows = store.mapped();
          return Optional.of(
              new Splits(
                  examples(photos.train(), rows, store, train),
                  examples(photos.validation(), rows, store, List.of(validation)),
                  examples(photos.test(), rows, store, List.of(test))));
        });
  }

  private static List<ContentHash> hashes(Examples part, String view) {
    return IntStream.range(0, part.size())
        .parallel()
        .mapToObj(index -> ContentHash.of(part.content(index), view))
        .toList();
  }

  private Examples examples(
      Examples photos, MappedRows rows, FeatureStore store, List<List<ContentHash>> views) {
    long[][] places = views.stream().map(store::places).toArray(long[][]::new);
    return new FeatureExamples(photos, rows, key.width(), places);
  }

  /** Whether all were computed. */
  private boolean compute(FeatureStore store, WantedExamples wanted) throws IOException {
    long begun = System.nanoTime();
    int done = 0;
    try (Batches batches = Batches.sequential(wanted, BATCH)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        store.append(wanted.hashes(done, batch.size()), network.of(batch));
        done += batch.size();
        double seconds = (System.nanoTime() - begun) / 1e9;
        progress.computed(done, wanted.size(), done / seconds);
        if (stop.getAsBoolean() && batches.hasNext()) {
          return false;
        }
      }
    }
    return true;
  }
}
