package io.github.sid4j.internal.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final int WIDTH = 3;

  @TempDir private Path folder;

  private static FeatureKey key(String weights) {
    return new FeatureKey("resnet18-imagenet", WIDTH, Map.of("weights", weights));
  }

  private static ContentHash hash(int of) {
    return ContentHash.of(new byte[] {(byte) of}, "");
  }

  private static List<ContentHash> hashes(int... of) {
    return java.util.Arrays.stream(of).mapToObj(FeatureCacheTest::hash).toList();
  }

  private FeatureCache cache(long limit) {
    return new FeatureCache(folder.resolve("features"), limit);
  }

  private Path rows(FeatureKey key) {
    return folder.resolve("features").resolve(key.hash()).resolve("rows.bin");
  }

  private void fill(FeatureCache cache, FeatureKey key, int... of) throws IOException {
    cache.with(
        key,
        store -> {
          float[] values = new float[of.length * WIDTH];
          for (int i = 0; i < values.length; i++) {
            values[i] = of[i / WIDTH] + 0.25f * (i % WIDTH);
          }
          store.append(hashes(of), values);
          return null;
        });
  }

  private float[] read(FeatureCache cache, FeatureKey key, int of) throws IOException {
    return cache.with(
        key,
        store -> {
          float[] values = new float[WIDTH + 1];
          store.mapped().read(store.places(hashes(of))[0], values, 1);
          return values;
        });
  }

  @Test
  void whatIsKeptIsFoundByContent() throws IOException {
    FeatureCache cache = cache(FeatureCache.LIMIT);
    fill(cache, key("a"), 1, 2);
    fill(cache, key("a"), 3);
    assertThat(read(cache, key("a"), 2)).containsExactly(0, 2, 2.25f, 2.5f);
    assertThat(read(cache, key("a"), 3)).containsExactly(0, 3, 3.25f, 3.5f);
    boolean other = cache.with(key("b"), store -> store.has(hash(1)));
    assertThat(other).isFalse();
  }

  @Test
  void aRowThatIsNotWholeOrDamagedIsNotCounted() throws IOException {
    FeatureCache cache = cache(FeatureCache.LIMIT);
    fill(cache, key("a"), 1, 2, 3);
    Path file = rows(key("a"));
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
      open.truncate(open.size() - 5);
      open.write(java.nio.ByteBuffer.wrap(new byte[] {7}), 40);
    }
    assertThat(
            cache.<List<Boolean>>with(
                key("a"), store -> hashes(1, 2, 3).stream().map(store::has).toList()))
        .containsExactly(false, true, false);
    fill(cache, key("a"), 3);
    assertThat(read(cache, key("a"), 3)).containsExactly(0, 3, 3.25f, 3.5f);
    assertThat(read(cache, key("a"), 2)).containsExactly(0, 2, 2.25f, 2.5f);
  }

  @Test
  void theOldestGoWhereTheLimitIsPassed() throws IOException {
    FeatureCache cache = cache(3L * new RowLayout(WIDTH).bytes());
    fill(cache, key("a"), 1, 2);
    fill(cache, key("b"), 1, 2);
    Path note = rows(key("a")).resolveSibling("about.txt");
    Files.setLastModifiedTime(note, FileTime.fromMillis(1000));
    fill(cache, key("c"), 1);
    assertThat(cache.list())
        .extracting(KeptFeatures::folder)
        .containsExactly(rows(key("c")).getParent(), rows(key("b")).getParent());
  }

  @Test
  void clearingLeavesWhatOthersPutThere() throws IOException {
    FeatureCache cache = cache(FeatureCache.LIMIT);
    fill(cache, key("a"), 1, 2);
    Path others = Files.writeString(folder.resolve("features").resolve("mine.txt"), "x");
    assertThat(cache.list())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.network()).isEqualTo("resnet18-imagenet");
              assertThat(kept.rows()).isEqualTo(2);
            });
    assertThat(cache.clear()).isGreaterThan(2L * new RowLayout(WIDTH).bytes());
    assertThat(cache.list()).isEmpty();
    assertThat(others).exists();
    assertThat(rows(key("a")).getParent()).doesNotExist();
  }
}
