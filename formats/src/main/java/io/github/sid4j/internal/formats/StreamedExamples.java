package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.ExamplePass;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.Locality;
import io.github.sid4j.internal.data.PreparedImages;
import io.github.sid4j.internal.formats.shard.ReadAhead;
import java.util.Arrays;
import java.util.Optional;

/** Images of shards of which memory holds a window. */
final class StreamedExamples extends PreparedImages {
  private final ShardImages images;
  private final int[] indices;

  /**
   * Chooses images.
   *
   * @param indices those to show, in rising order
   */
  StreamedExamples(ShardImages images, int[] indices, ImageEncoding encoding) {
    super(images, images.names(), indices, encoding);
    this.images = images;
    this.indices = indices;
  }

  private int window() {
    return images.rules().window();
  }

  @Override
  public Optional<Locality> locality() {
    return Optional.of(new Locality(Arrays.stream(indices).map(images::block).toArray(), window()));
  }

  @Override
  public ExamplePass pass(int[] order, int first) {
    return new Pass(order, first);
  }

  /** Begins to read at the first example that is asked for. To be used by one thread. */
  private final class Pass implements ExamplePass {
    private final int[] places;
    private final int first;
    private ReadAhead<byte[]> ahead;

    Pass(int[] order, int first) {
      this.places = Arrays.stream(order).map(index -> place(index)).toArray();
      this.first = first;
    }

    @Override
    public void read(int position, long seed, int epoch, float[] into, int offset) {
      if (ahead == null) {
        int[] slots = FetchPlan.of(places, first, window(), images::block);
        ahead = images.ahead(slots, places, window());
      }
      standardise(ahead.take(position), into, offset);
    }

    @Override
    public void close() {
      if (ahead != null) {
        ahead.close();
      }
    }
  }
}
